using AslTutorial.Lessons.Exercises.Execution;

namespace AslTutorial.Web.Exercises;

/// <summary>Checked answers and their results.</summary>
/// <param name="Texts">The texts in the gaps, by name; without empty gaps.</param>
/// <param name="Checked">Verdict, outcome and explanation, in the requested language.</param>
/// <param name="View">The lesson's view that can show the effect of the mistake on request; null for none.</param>
/// <param name="Consequence">That effect, once it was requested.</param>
public sealed record CheckedWork(
    IReadOnlyDictionary<string, string> Texts, CheckedVerdict Checked, string? View, Consequence? Consequence)
{
    /// <summary>Outputs and facts of the execution, or why it was not executed.</summary>
    public ExecutedOutcome? Executed => Checked.Outcome as ExecutedOutcome;
}
