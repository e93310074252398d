using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>A hash of all settings, planned steering included: on the same data and program, equal keys give equal results.</summary>
internal static class OrderKey
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Of(TrainingSettings settings)
    {
        // A recipe equal to the lesson's counts as no own recipe.
        var told = settings.Recipe == TrainingRecipe.Lesson ? settings with { Recipe = null } : settings;
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(told, Json)));
    }
}
