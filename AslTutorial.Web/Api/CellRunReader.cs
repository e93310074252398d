using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Api;

/// <summary>Reads the values that come with the order to run a cell, each to the place it belongs to.</summary>
internal sealed class CellRunReader(NotebookCell cell)
{
    private readonly GapsReader _gaps = new();

    public IReadOnlyDictionary<string, string> Faults => _gaps.Faults;

    /// <summary>What to keep; to be used only when there are no <see cref="Faults"/>.</summary>
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

    /// <summary>"rows" or "peek.rows"; the cell's own places go before those of the cells it depends on, the nearest first.</summary>
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
