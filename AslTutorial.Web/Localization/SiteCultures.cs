using System.Globalization;

namespace AslTutorial.Web.Localization;

/// <summary>The site's languages.</summary>
public static class SiteCultures
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    /// <summary>Used if no language fits: most readers read Chinese first.</summary>
    public const string Default = Chinese;

    public static IReadOnlyList<string> All { get; } = [Chinese, English];

    /// <summary>The site's language for a BCP 47 tag ("zh", "zh-Hans-CN", "en-GB"), or null if none fits.</summary>
    public static string? Match(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
        {
            return null;
        }

        var language = tag.Trim().Split('-', '_')[0];
        return All.FirstOrDefault(culture => culture.Split('-')[0].Equals(language, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The language of the current request or circuit.</summary>
    public static string Current => Match(CultureInfo.CurrentUICulture.Name) ?? Default;

    /// <summary>The other language, offered by the language switch.</summary>
    public static string Other => Current == Chinese ? English : Chinese;
}
