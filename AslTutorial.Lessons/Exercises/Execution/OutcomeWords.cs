using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Lessons.Exercises.Execution;

/// <summary>Leads from a verdict to what executing the answer came to.</summary>
public static class OutcomeWords
{
    /// <summary>Puts a verdict and its outcome together; the verdict stays as it is.</summary>
    /// <param name="exercise">The exercise that was judged.</param>
    /// <param name="language">Of the explanation: "zh-CN" or "en".</param>
    /// <param name="facts">What the execution found out, by the names that authors use.</param>
    public static CheckedVerdict Explain(
        ExerciseDefinition exercise, Verdict verdict, ExerciseOutcome outcome, string language, IReadOnlyDictionary<string, string> facts)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(outcome);
        var key = (outcome.Kind, verdict.Status) switch
        {
            (OutcomeKind.None, VerdictStatus.Correct or VerdictStatus.Wrong) => "Outcome.NotExecuted",
            (OutcomeKind.Raised, VerdictStatus.Wrong) => "Outcome.Raised",

            // The answer is right by value, so an exception here is a fault of the site.
            (OutcomeKind.Raised, VerdictStatus.Correct) => "Outcome.RaisedThoughRight",
            (OutcomeKind.Ran, VerdictStatus.Wrong) when verdict.Mistake is null => "Outcome.RanThoughWrong",
            _ => null,
        };
        var said = verdict.Status == VerdictStatus.Correct ? exercise.Evidence : verdict.Mistake?.Evidence;
        return new(
            verdict,
            outcome,
            key is null ? null : ExerciseTexts.Get(key, language),
            said is null || outcome.Kind == OutcomeKind.None ? null : EvidenceText.Fill(said.In(language), facts));
    }
}
