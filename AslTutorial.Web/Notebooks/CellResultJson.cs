using System.Text.Json;
using System.Text.Json.Serialization;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Notebooks;

/// <summary>Stores results as JSON with the contracts' property names, which must not change: old results must stay readable.</summary>
internal static class CellResultJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
    };

    public static byte[] Write(CellResult result) => JsonSerializer.SerializeToUtf8Bytes(result, Options);

    /// <summary>Null if another version wrote something that this one does not understand.</summary>
    public static CellResult? Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<CellResult>(json, Options) is { Outputs: not null, Facts: not null } result ? result : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
