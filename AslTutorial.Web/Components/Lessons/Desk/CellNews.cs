using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Components.Lessons.Desk;

/// <summary>Which cells of a notebook differ between two readings.</summary>
internal static class CellNews
{
    public static CellState Untouched { get; } = new(CellPhase.Idle, null, [], [], null, false, null);

    public static NotebookState NothingYet { get; } =
        new(new Dictionary<string, CellState>(), new Dictionary<(string Cell, string Name), string>());

    public static IReadOnlySet<string> Between(NotebookState before, NotebookState now)
    {
        var news = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in before.Cells.Keys.Union(now.Cells.Keys))
        {
            if (!Same(before.Cells.GetValueOrDefault(id) ?? Untouched, now.Cells.GetValueOrDefault(id) ?? Untouched))
            {
                news.Add(id);
            }
        }

        foreach (var place in before.Values.Keys.Union(now.Values.Keys))
        {
            if (before.Values.GetValueOrDefault(place) != now.Values.GetValueOrDefault(place))
            {
                news.Add(place.Cell);
            }
        }

        return news;
    }

    // Outputs and facts only change with a run, and every run has a time of its own.
    public static bool Same(CellState a, CellState b) =>
        a.Phase == b.Phase && a.Count == b.Count && a.IsStale == b.IsStale && a.Since == b.Since && a.Milliseconds == b.Milliseconds
        && a.Outputs.Count == b.Outputs.Count;
}
