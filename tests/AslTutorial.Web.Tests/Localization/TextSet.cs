using System.Collections;
using System.Globalization;
using System.Resources;
using AslTutorial.Web.Resources;

namespace AslTutorial.Web.Tests.Localization;

/// <summary>All resources of the site: whatever one of them has to be, all have to be.</summary>
internal static class TextSet
{
    private const string Ending = ".resources";

    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(Texts).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Ending, StringComparison.Ordinal))
            .Select(name => typeof(Texts).Assembly.GetType(name[..^Ending.Length]))
            .OfType<Type>(),
    ];

    public static Dictionary<string, string> English(Type texts) => Read(texts, CultureInfo.InvariantCulture);

    public static Dictionary<string, string> Chinese(Type texts) => Read(texts, CultureInfo.GetCultureInfo("zh-CN"));

    private static Dictionary<string, string> Read(Type texts, CultureInfo culture) =>
        new ResourceManager(texts).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
}
