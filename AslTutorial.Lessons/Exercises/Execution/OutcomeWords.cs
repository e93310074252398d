using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Lessons.Exercises.Execution;

/// <summary>Leads from a verdict to what executing the answer came to.</summary>
public static class OutcomeWords
{
    /// <summary>Puts a verdict and its outcome together; the verdict stays as it is.</summary>
    /// <param name="language">Of the explanation: "zh-CN" or "en".</param>
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
}
