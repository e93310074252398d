using System.Text.Json;
using System.Text.Json.Serialization;
using AslTutorial.Training.Contracts;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AslTutorial.Web.Persistence;

/// <summary>Stores a run's recipe as JSON: it is only ever read as a whole.</summary>
internal sealed class RecipeConverter() : ValueConverter<TrainingRecipe, string>(recipe => Write(recipe), text => Read(text))
{
    /// <summary>Both words at maximum length with every character escaped (6 each), plus the property names.</summary>
    public const int MaxLength = (2 * 6 * TrainingRecipe.MaxWordLength) + 400;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static string Write(TrainingRecipe recipe) => JsonSerializer.Serialize(recipe, Json);

    private static TrainingRecipe Read(string text) => JsonSerializer.Deserialize<TrainingRecipe>(text, Json)
        ?? throw new JsonException("A run's recipe is null.");
}
