using System.Text.Json;

namespace AslTutorial.Web.Api;

/// <summary>Reads a body {"gaps": {name: value}}: texts as a learner would type them.</summary>
internal sealed class GapsReader
{
    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    /// <summary>The body's faults, by field.</summary>
    public IReadOnlyDictionary<string, string> Faults => _faults;

    public void Refuse(string field, string reason) => _faults[field] = reason;

    /// <summary>One value for each name; null if the body has none. Valid only without <see cref="Faults"/>.</summary>
    public IReadOnlyList<(string Name, string? Text)>? Read(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }

        using var document = JsonBody.Parse(json, StringComparer.Ordinal, Refuse);
        return document is null ? null : Read(document.RootElement);
    }

    private List<(string Name, string? Text)>? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Refuse(JsonBody.Body, "the body is a JSON object with gaps");
            return null;
        }

        Dictionary<string, string?>? values = null;
        foreach (var property in root.EnumerateObject())
        {
            if (!property.NameEquals("gaps"))
            {
                Refuse(property.Name, "there is no such field; there is gaps");
            }
            else if (property.Value.ValueKind == JsonValueKind.Object)
            {
                values = [];
                foreach (var gap in property.Value.EnumerateObject())
                {
                    values[gap.Name] = Text(gap);
                }
            }
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                Refuse("gaps", "gaps is a JSON object: the values by their names");
            }
        }

        return values?.Select(value => (value.Key, value.Value)).ToList();
    }

    private string? Text(JsonProperty gap)
    {
        switch (gap.Value.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.String:
                return gap.Value.GetString();
            case JsonValueKind.Number:
                return gap.Value.GetRawText();
            case JsonValueKind.True or JsonValueKind.False:
                return gap.Value.GetBoolean() ? "True" : "False";
            default:
                Refuse(gap.Name, "a value is a string: what a learner would type");
                return null;
        }
    }
}
