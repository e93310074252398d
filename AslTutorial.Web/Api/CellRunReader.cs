using System.Text.Json;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Api;

/// <summary>Reads the values that come with the order to run a cell, each to the place it belongs to.</summary>
internal sealed class CellRunReader(CellDescription cell)
{
    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Faults => _faults;

    /// <summary>What to keep; to be used only when there are no <see cref="Faults"/>.</summary>
    public IReadOnlyList<(string Given, string Cell, string Name, string? Text)> Read(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            _faults["body"] = $"the body is no JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine}";
            return [];
        }
    }

    private List<(string Given, string Cell, string Name, string? Text)> Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            _faults["body"] = "the body is a JSON object with gaps";
            return [];
        }

        var values = new List<(string, string, string, string?)>();
        foreach (var property in root.EnumerateObject())
        {
            if (!property.NameEquals("gaps"))
            {
                _faults[property.Name] = "there is no such field; there is gaps";
            }
            else if (property.Value.ValueKind == JsonValueKind.Object)
            {
                values.AddRange(property.Value.EnumerateObject().Select(Gap).OfType<(string, string, string, string?)>());
            }
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                _faults["gaps"] = "gaps is a JSON object: the values by their names";
            }
        }

        return values;
    }

    private (string Given, string Cell, string Name, string? Text)? Gap(JsonProperty gap)
    {
        if (FindPlace(gap.Name) is not { } place)
        {
            _faults[gap.Name] = $"neither the cell {cell.Id} nor one before it has such a gap or parameter";
            return null;
        }

        switch (gap.Value.ValueKind)
        {
            case JsonValueKind.Null:
                return (gap.Name, place.Cell, place.Name, null);
            case JsonValueKind.String:
                return (gap.Name, place.Cell, place.Name, Text(gap));
            case JsonValueKind.Number:
                return (gap.Name, place.Cell, place.Name, gap.Value.GetRawText());
            case JsonValueKind.True or JsonValueKind.False:
                return (gap.Name, place.Cell, place.Name, gap.Value.GetBoolean() ? "True" : "False");
            default:
                _faults[gap.Name] = "a value is a string: what a learner would type";
                return null;
        }
    }

    private string Text(JsonProperty gap)
    {
        try
        {
            return gap.Value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair.
            _faults[gap.Name] = "the text is no valid Unicode";
            return "";
        }
    }

    /// <summary>"rows" or "peek.rows"; the cell's own places go before those of the cells it depends on, the nearest first.</summary>
    private (string Cell, string Name)? FindPlace(string given)
    {
        foreach (var place in Lesson3Cells.Upstream(cell).Reverse())
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
