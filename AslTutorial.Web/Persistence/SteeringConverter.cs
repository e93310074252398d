using System.Text.Json;
using AslTutorial.Training.Contracts;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AslTutorial.Web.Persistence;

/// <summary>Stores a run's changes of the learning rate as JSON: they are only ever read as a whole.</summary>
internal sealed class SteeringConverter() : ValueConverter<RunSteering, string>(steering => Write(steering), text => Read(text))
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static string Write(RunSteering steering) => JsonSerializer.Serialize(steering.Rates, Json);

    private static RunSteering Read(string text) => new(JsonSerializer.Deserialize<RateChange[]>(text, Json) ?? []);
}
