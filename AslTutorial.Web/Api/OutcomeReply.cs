using System.ComponentModel;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Exercises;

namespace AslTutorial.Web.Api;

/// <summary>What executing an answer led to.</summary>
internal sealed record OutcomeReply(
    [property: Description("none (it was not executed), ran or raised.")] string Kind,
    [property: Description("What was printed, or Python's last line.")] string Text,
    [property: Description("Why it was not executed: noTrainer, busy, timedOut, unsupported or failed; else null. Never the learner's doing.")] string? Reason,
    [property: Description("In order; an error that Python would raise is the last one.")] IReadOnlyList<CellOutputReply> Outputs,
    [property: Description("The program's own time, or null.")] double? Milliseconds)
{
    public static OutcomeReply From(ExecutedOutcome? outcome, Func<CellImage, string> alt) => outcome is null
        ? new("none", "", null, [], null)
        : new(
            CheckReply.Word(outcome.Kind),
            outcome.Text,
            outcome.Reason == NotExecuted.None ? null : CheckReply.Word(outcome.Reason),
            [.. (outcome.Result?.Outputs ?? []).Select(output => CellOutputReply.From(output, alt))],
            outcome.Result?.Milliseconds);
}
