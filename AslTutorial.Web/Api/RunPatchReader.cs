using System.Text.Json;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Api;

/// <summary>Reads a request to change a run field by field, so that all faults are reported, not only the first.</summary>
internal sealed class RunPatchReader
{
    private static readonly string[] Fields = ["learningRate", "paused", "stopAfterEpoch", "name", "note", "showAll"];

    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Faults => _faults;

    /// <summary>The change; valid only without <see cref="Faults"/>.</summary>
    public RunChange Read(string json)
    {
        using var document = JsonBody.Parse(json, StringComparer.Ordinal, (field, reason) => _faults[field] = reason);
        if (document is null)
        {
            return new();
        }

        var change = new RunChange();
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            _faults[JsonBody.Body] = $"the body is a JSON object with some of {string.Join(", ", Fields)}";
            return change;
        }

        foreach (var property in document.RootElement.EnumerateObject())
        {
            change = property.Name switch
            {
                "learningRate" => change with { LearningRate = Number(property) },
                "paused" => change with { Paused = Choice(property) },
                "stopAfterEpoch" => change with { StopAfterEpoch = Choice(property) },
                "name" => change with { Name = Text(property) },
                "note" => change with { Note = Text(property) },
                "showAll" => change with { ShowAll = Choice(property) },
                _ => Unknown(change, property.Name),
            };
        }

        foreach (var fault in change.Faults())
        {
            _faults.TryAdd(fault.Field, fault.Message);
        }

        if (_faults.Count == 0 && change == new RunChange())
        {
            _faults[JsonBody.Body] = $"the body names at least one of {string.Join(", ", Fields)}";
        }

        return change;
    }

    private RunChange Unknown(RunChange change, string name)
    {
        _faults[name] = $"there is no such field; there are {string.Join(", ", Fields)}";
        return change;
    }

    private double? Number(JsonProperty property)
    {
        if (property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetDouble(out var number))
        {
            return number;
        }

        _faults[property.Name] = $"{property.Name} is a number";
        return null;
    }

    private bool? Choice(JsonProperty property)
    {
        if (property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return property.Value.GetBoolean();
        }

        _faults[property.Name] = $"{property.Name} is true or false";
        return null;
    }

    private string? Text(JsonProperty property)
    {
        switch (property.Value.ValueKind)
        {
            case JsonValueKind.String:
                return property.Value.GetString();
            case JsonValueKind.Null:
                return "";
            default:
                _faults[property.Name] = $"{property.Name} is a text, or null for none";
                return null;
        }
    }
}
