using AslTutorial.Lessons.Exercises.Execution;

namespace AslTutorial.Web.Exercises;

/// <summary>Answers that were checked, and what came of it.</summary>
/// <param name="Texts">What stood in the gaps, by name; gaps that were empty are left out.</param>
/// <param name="Checked">Verdict, outcome and explanation, in the language asked for.</param>
/// <param name="View">What can be shown of its damage on request: one of the lesson's views, or null.</param>
/// <param name="Consequence">The same, once it was asked for.</param>
public sealed record CheckedWork(
    IReadOnlyDictionary<string, string> Texts, CheckedVerdict Checked, string? View, Consequence? Consequence)
{
    /// <summary>Outputs and facts of the execution, or why there is none.</summary>
    public ExecutedOutcome? Executed => Checked.Outcome as ExecutedOutcome;
}
