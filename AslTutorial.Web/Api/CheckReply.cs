using System.ComponentModel;
using System.Text.Json;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Exercises;

namespace AslTutorial.Web.Api;

/// <summary>The result of checking an exercise.</summary>
internal sealed record CheckReply(
    [property: Description("unattempted, incomplete, invalid, wrong or correct.")] string Status,
    [property: Description("A sentence about the whole.")] string Message,
    [property: Description("Every gap of the exercise.")] IReadOnlyDictionary<string, GapCheckReply> Gaps,
    OutcomeReply Outcome,
    [property: Description("A sentence that leads from the verdict to the outcome, or null.")] string? Explanation,
    [property: Description("What the execution shows of the answers, with its numbers, or null.")] string? Evidence,
    [property: Description("The id of the known mistake that all gaps together make, or null.")] string? Mistake,
    [property: Description("What can be shown of its damage where it runs without an error: trainingCurve, log or another view of the lesson; else null.")] string? View,
    [property: Description("Why the attempt is not kept, in the reader's language; null where it is, as almost always.")] string? NotKept)
{
    public static CheckReply From(CheckedWork work, Func<CellImage, string> alt, string? notKept)
    {
        var verdict = work.Checked.Verdict;
        return new(
            Word(verdict.Status),
            verdict.Message,
            verdict.Gaps.ToDictionary(gap => gap.Name, GapCheckReply.From),
            OutcomeReply.From(work.Executed, alt),
            work.Checked.Explanation,
            work.Checked.Evidence,
            verdict.Mistake?.Id,
            work.View is { } view ? Camel(view) : null,
            notKept);
    }

    /// <summary>training-curve becomes trainingCurve.</summary>
    private static string Camel(string name) => string.Concat(name.Split('-').Select((word, place) => place == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>A value's name as in JSON, such as noTrainer.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>The verdict on a gap.</summary>
internal sealed record GapCheckReply(
    [property: Description("unattempted (it is empty), invalid (it cannot be read as a value), wrong or correct.")] string Status,
    [property: Description("A sentence, or null. Gaps of one mistake carry the same one.")] string? Message,
    [property: Description("What it was read as, where full-width signs were taken for Python's; else null.")] string? ReadAs,
    [property: Description("The id of the known mistake that the message is of, or null.")] string? Mistake)
{
    public static GapCheckReply From(GapVerdict gap) => new(CheckReply.Word(gap.Status), gap.Message, gap.ReadAs, gap.Mistake);
}

/// <summary>The result of executing an answer.</summary>
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
