using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Api;

/// <summary>Reads the values in a request to run a cell, and finds the cell and the gap or parameter that each belongs to.</summary>
internal sealed class CellRunReader(NotebookCell cell)
{
    private readonly GapsReader _gaps = new();

    public IReadOnlyDictionary<string, string> Faults => _gaps.Faults;

    /// <summary>The values to store; valid only without <see cref="Faults"/>.</summary>
    public IReadOnlyList<(string Given, string Cell, string Name, string? Text)> Read(string json)
    {
        var values = new List<(string, string, string, string?)>();
        foreach (var (given, text) in _gaps.Read(json) ?? [])
        {
            if (FindPlace(given) is { } place)
            {
                values.Add((given, place.Cell, place.Name, text));
            }
            else
            {
                _gaps.Refuse(given, $"neither the cell {cell.Id} nor one before it has such a gap or parameter");
            }
        }

        return values;
    }

    /// <summary>Finds "rows" or "peek.rows": the cell's own places first, then those of the cells that it needs, the nearest first.</summary>
    private (string Cell, string Name)? FindPlace(string given)
    {
        foreach (var place in cell.Upstream.Reverse())
        {
            foreach (var parameter in place.Parameters)
            {
                if (parameter.Name == given || $"{place.Id}.{parameter.Name}" == given)
                {
                    return (place.Id, parameter.Name);
                }
            }
        }

        return null;
    }
}
