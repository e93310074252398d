using System.Text.Json;
using System.Text.Json.Serialization;

namespace AslTutorial.Web.Exercises;

/// <summary>JSON of stored answers and outcomes. The records' property names must not change: old ones must stay readable.</summary>
internal static class WorkJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Sorted, so that equal answers give equal text.</summary>
    public static string Write(IReadOnlyDictionary<string, string> answers) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string>(answers.ToDictionary(), StringComparer.Ordinal), Options);

    public static IReadOnlyDictionary<string, string> ReadAnswers(string json) => Read<Dictionary<string, string>>(json) ?? [];

    public static byte[] Write(ExecutedOutcome outcome) => JsonSerializer.SerializeToUtf8Bytes(outcome, Options);

    public static byte[] Write(Consequence consequence) => JsonSerializer.SerializeToUtf8Bytes(consequence, Options);

    public static ExecutedOutcome? ReadOutcome(byte[]? json) =>
        Read<ExecutedOutcome>(json) is { } outcome && outcome.Result is null or { Outputs: not null, Facts: not null } ? outcome : null;

    public static Consequence? ReadConsequence(byte[]? json) =>
        Read<Consequence>(json) is { Own: { Outputs: not null, Facts: not null }, Right: { Outputs: not null, Facts: not null } } found ? found : null;

    /// <summary>Null if another version wrote something that this one does not understand.</summary>
    private static T? Read<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        try
        {
            return json.IsEmpty ? null : JsonSerializer.Deserialize<T>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static T? Read<T>(string json)
        where T : class => Read<T>(System.Text.Encoding.UTF8.GetBytes(json));
}
