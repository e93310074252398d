using System.ComponentModel;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Exercises;

namespace AslTutorial.Web.Api;

/// <summary>The result of executing an answer.</summary>
internal sealed record OutcomeAnswer(
    [property: Description("none (it was not executed), ran or raised.")] string Kind,
    [property: Description("What was printed, or Python's last line.")] string Text,
    [property: Description("Why it was not executed: noTrainer, busy, timedOut, unsupported or failed; else null. Never the learner's doing.")] string? Reason,
    [property: Description("In order; an error that Python would raise is the last one.")] IReadOnlyList<CellOutputAnswer> Outputs,
    [property: Description("The program's own time, or null.")] double? Milliseconds)
{
    public static OutcomeAnswer From(ExecutedOutcome? outcome, Func<CellImage, string> alt) => outcome is null
        ? new("none", "", null, [], null)
        : new(
            CheckResponse.Word(outcome.Kind),
            outcome.Text,
            outcome.Reason == NotExecuted.None ? null : CheckResponse.Word(outcome.Reason),
            [.. (outcome.Result?.Outputs ?? []).Select(output => CellOutputAnswer.From(output, alt))],
            outcome.Result?.Milliseconds);
}
