using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Web.Components.Lessons.Practice;

/// <summary>A message about one gap, or several that share a mistake.</summary>
/// <param name="Gaps">Names, in the order of the code.</param>
internal sealed record GapNote(string Id, VerdictStatus Status, IReadOnlyList<string> Gaps, string Message)
{
    /// <summary>The messages of a verdict, without duplicates.</summary>
    public static IReadOnlyList<GapNote> Of(string exercise, Verdict verdict) =>
    [
        .. verdict.Gaps
            .Where(gap => gap.Message is not null)
            .GroupBy(gap => (gap.Status, gap.Message))
            .Select((group, i) => new GapNote($"{exercise}.note.{i}", group.Key.Status, [.. group.Select(gap => gap.Name)], group.Key.Message!)),
    ];
}
