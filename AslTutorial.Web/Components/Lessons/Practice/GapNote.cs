using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Web.Components.Lessons.Practice;

/// <summary>A sentence about one gap, or about several that share a mistake.</summary>
/// <param name="Gaps">By name, in the order of the code.</param>
internal sealed record GapNote(string Id, VerdictStatus Status, IReadOnlyList<string> Gaps, string Message)
{
    /// <summary>The sentences of a verdict, each once; none for a gap of which there is nothing to say.</summary>
    public static IReadOnlyList<GapNote> Of(string exercise, Verdict verdict) =>
    [
        .. verdict.Gaps
            .Where(gap => gap.Message is not null)
            .GroupBy(gap => (gap.Status, gap.Message))
            .Select((group, i) => new GapNote($"{exercise}.note.{i}", group.Key.Status, [.. group.Select(gap => gap.Name)], group.Key.Message!)),
    ];
}
