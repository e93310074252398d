using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>Settings, seed, functions, net and planned steering as one short text: with the same data and program, the same key computes the same.</summary>
internal static class OrderKey
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Of(TrainingSettings settings)
    {
        // Own functions that are as they should be are the lesson's.
        var told = settings.Recipe == TrainingRecipe.Lesson ? settings with { Recipe = null } : settings;
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(told, Json)));
    }
}
