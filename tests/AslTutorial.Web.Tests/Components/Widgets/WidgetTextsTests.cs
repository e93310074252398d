using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AslTutorial.Web.Resources;

namespace AslTutorial.Web.Tests.Components.Widgets;

/// <summary>Both languages say the same things with the same values in them.</summary>
public sealed partial class WidgetTextsTests
{
    private static readonly ResourceManager Texts = new(typeof(WidgetTexts));

    [Fact]
    public void Texts_OfBothLanguages_HaveTheSameKeysAndPlaces()
    {
        var english = Read(CultureInfo.InvariantCulture);
        var chinese = Read(CultureInfo.GetCultureInfo("zh-CN"));
        english.Count.ShouldBeGreaterThan(100);
        chinese.Keys.ShouldBe(english.Keys, ignoreOrder: true);
        foreach (var (key, text) in english)
        {
            Places(chinese[key]).ShouldBe(Places(text), $"places of {key}");
        }
    }

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        Texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();
}
