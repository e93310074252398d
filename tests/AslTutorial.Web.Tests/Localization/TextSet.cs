using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using AslTutorial.Lessons;
using AslTutorial.Web.Resources;

namespace AslTutorial.Web.Tests.Localization;

/// <summary>All resources that a reader meets: whatever one of them has to be, all have to be.</summary>
internal static class TextSet
{
    private const string Ending = ".resources";

    /// <summary>Those of the site, which it asks for by IStringLocalizer.</summary>
    public static IReadOnlyList<Type> Site { get; } = [.. In(typeof(Texts).Assembly)];

    /// <summary>Those of the lessons' project, which reads them itself.</summary>
    public static IReadOnlyList<Type> Course { get; } = [.. In(typeof(Lesson).Assembly)];

    public static IReadOnlyList<Type> All { get; } = [.. Site, .. Course];

    public static Dictionary<string, string> English(Type texts) => Read(texts, CultureInfo.InvariantCulture);

    public static Dictionary<string, string> Chinese(Type texts) => Read(texts, CultureInfo.GetCultureInfo("zh-CN"));

    private static IEnumerable<Type> In(Assembly assembly) => assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(Ending, StringComparison.Ordinal))
        .Select(name => assembly.GetType(name[..^Ending.Length]))
        .OfType<Type>();

    private static Dictionary<string, string> Read(Type texts, CultureInfo culture) =>
        new ResourceManager(texts).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
}
