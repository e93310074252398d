using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Sources;

namespace AslTutorial.Lessons.Checking;

/// <summary>What a cell needs has to be a cell, and nothing may need itself in the end.</summary>
internal static class NeedsCheck
{
    public static void Run(string file, IReadOnlyList<ManifestCell> cells, FaultLog faults)
    {
        var byId = cells.GroupBy(cell => cell.Id).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            foreach (var need in cell.Needs.Where(need => !byId.ContainsKey(need)))
            {
                faults.Add(file, cell.Line, $"cell '{cell.Id}' needs '{need}', which is no cell");
            }
        }

        // Repeatedly removes cells that need nothing any more; the cells that remain form circles.
        var open = byId.Values.ToList();
        var settled = new HashSet<string>(StringComparer.Ordinal);
        while (open.RemoveAll(cell => cell.Needs.All(need => settled.Contains(need) || !byId.ContainsKey(need)) && settled.Add(cell.Id)) > 0)
        {
        }

        var circle = open.Where(cell => open.Any(other => other.Needs.Contains(cell.Id))).ToList();
        if (circle.Count > 0)
        {
            faults.Add(file, circle[0].Line, $"the needs go round in a circle: {string.Join(", ", circle.Select(cell => cell.Id))}");
        }
    }
}
