using System.Text.Json;
using System.Text.Json.Serialization;

namespace AslTutorial.Web.Exercises;

/// <summary>Converts the names of views: older stored ones are like TrainingCurve, those of lessons like training-curve.</summary>
internal sealed class ViewNameConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } name ? JsonNamingPolicy.KebabCaseLower.ConvertName(name) : null;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
