using AslTutorial.Lessons.Answers;
using AslTutorial.Lessons.Exercises.Execution;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Exercises;

namespace AslTutorial.Web.Tests.Components.Lessons;

/// <summary>Checked answers to the sample lesson's exercise, whose gaps are label and channels.</summary>
internal static class Work
{
    public static ExecutedOutcome KeyError { get; } = ExecutedOutcome.Of(
        new([CellOutput.Of(new CellError("KeyError", "'labels'", [new("dataset", "__init__", "labels = pixels.pop('labels')")]))], 5, []));

    public static CheckedWork Of(
        VerdictStatus status,
        IReadOnlyDictionary<string, string> texts,
        GapVerdict label,
        GapVerdict channels,
        ExecutedOutcome? outcome = null,
        string? view = null)
    {
        var verdict = new Verdict(status, $"overall {status}", [label, channels], null, null);
        var explanation = outcome?.Kind == OutcomeKind.Raised ? "It ends like this:" : null;
        return new(texts, new CheckedVerdict(verdict, outcome ?? ExecutedOutcome.Not(NotExecuted.None), explanation), view, null);
    }

    public static CheckedWork Wrong(ExecutedOutcome? outcome = null, string? view = null) => Of(
        VerdictStatus.Wrong,
        Texts("'labels'", "1"),
        Gap("label", VerdictStatus.Wrong, "There is no such column."),
        Gap("channels", VerdictStatus.Correct),
        outcome ?? KeyError,
        view);

    public static CheckedWork Right(ExecutedOutcome? outcome = null) => Of(
        VerdictStatus.Correct, Texts("'label'", "1"), Gap("label", VerdictStatus.Correct), Gap("channels", VerdictStatus.Correct), outcome);

    public static CheckedWork Incomplete { get; } = Of(
        VerdictStatus.Incomplete, Texts("'label'", null), Gap("label", VerdictStatus.Correct), Gap("channels", VerdictStatus.Unattempted));

    public static GapVerdict Gap(string name, VerdictStatus status, string? message = null, string? readAs = null, string source = "1") =>
        new(name, status, message, readAs, null, AnswerReader.Read(source, GapKind.Integer, AnswerNames.None));

    public static IReadOnlyDictionary<string, string> Texts(string? label, string? channels) =>
        new[] { ("label", label), ("channels", channels) }.Where(text => text.Item2 is not null).ToDictionary(text => text.Item1, text => text.Item2!);

    public static CellResult Ran(string? text = null, params CellFact[] facts) => new(text is null ? [] : [CellOutput.Of(text)], 5, facts);
}
