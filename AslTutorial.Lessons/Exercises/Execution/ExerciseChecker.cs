using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Lessons.Exercises.Execution;

/// <summary>Judges, then executes, then explains.</summary>
/// <param name="executor">Null where the site has none at the moment.</param>
public sealed class ExerciseChecker(IExerciseExecutor? executor)
{
    private static readonly ExerciseOutcome NotExecuted = new(OutcomeKind.None);

    /// <summary>The verdict of <see cref="ExerciseJudge"/> with what executing the answer led to.</summary>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public async Task<CheckedVerdict> CheckAsync(
        ExerciseDefinition exercise,
        IReadOnlyDictionary<string, string?> texts,
        string language,
        IReadOnlyDictionary<string, long>? current,
        CancellationToken cancellation)
    {
        var verdict = ExerciseJudge.Judge(exercise, texts, language, current);
        return verdict.Request is { } request
            ? Explain(verdict, await ExecuteAsync(request, cancellation).ConfigureAwait(false), language)
            : new(verdict, NotExecuted, null);
    }

    /// <summary>Puts a verdict and its outcome together: for callers that execute at another time.</summary>
    public static CheckedVerdict Explain(Verdict verdict, ExerciseOutcome outcome, string language)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(outcome);
        var key = (outcome.Kind, verdict.Status) switch
        {
            (OutcomeKind.None, VerdictStatus.Correct or VerdictStatus.Wrong) => "Outcome.NotExecuted",
            (OutcomeKind.Raised, VerdictStatus.Wrong) => "Outcome.Raised",

            // The answers are right by value, so what was raised is the site's own fault.
            (OutcomeKind.Raised, VerdictStatus.Correct) => "Outcome.RaisedThoughRight",
            (OutcomeKind.Ran, VerdictStatus.Wrong) when verdict.Mistake is null => "Outcome.RanThoughWrong",
            _ => null,
        };
        return new(verdict, outcome, key is null ? null : ExerciseTexts.Get(key, language));
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031", Justification = "A fault of the site, whichever, must not become the learner's.")]
    private async Task<ExerciseOutcome> ExecuteAsync(OutcomeRequest request, CancellationToken cancellation)
    {
        if (executor is null)
        {
            return NotExecuted;
        }

        try
        {
            return await executor.ExecuteAsync(request, cancellation).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            return NotExecuted;
        }
    }
}
