namespace AslTutorial.Lessons;

/// <summary>What a lesson's cells need, as its lesson.yml says.</summary>
public static class CellGraph
{
    /// <summary>The cells that have to be run for these to be there, each once, what is needed first, these included.</summary>
    /// <param name="cells">The lesson's. What is not among them is left out.</param>
    /// <param name="wanted">Ids of cells.</param>
    public static IReadOnlyList<LessonCell> Upstream(IReadOnlyList<LessonCell> cells, IEnumerable<string> wanted)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(wanted);
        var byId = cells.ToDictionary(cell => cell.Id, StringComparer.Ordinal);
        var found = new List<LessonCell>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in wanted)
        {
            Visit(id);
        }

        return found;

        void Visit(string id)
        {
            if (!seen.Add(id) || !byId.TryGetValue(id, out var cell))
            {
                return;
            }

            foreach (var need in cell.Needs)
            {
                Visit(need);
            }

            found.Add(cell);
        }
    }
}
