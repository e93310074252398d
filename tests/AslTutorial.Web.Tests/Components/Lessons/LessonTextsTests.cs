using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Resources;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Components.Lessons;

/// <summary>Both languages say the same things, and every text the lesson's components name is there.</summary>
public sealed partial class LessonTextsTests
{
    private static readonly ResourceManager Texts = new(typeof(LessonTexts));

    [Fact]
    public void Texts_OfBothLanguages_HaveTheSameKeysAndPlaces()
    {
        var english = Read(CultureInfo.InvariantCulture);
        var chinese = Read(CultureInfo.GetCultureInfo("zh-CN"));
        chinese.Keys.ShouldBe(english.Keys, ignoreOrder: true);
        foreach (var (key, text) in english)
        {
            Places(chinese[key]).ShouldBe(Places(text), $"places of {key}");
        }
    }

    [Fact]
    public void Texts_Chinese_FullWidthPunctuation() =>
        Read(CultureInfo.GetCultureInfo("zh-CN")).Where(text => HalfWidth().IsMatch(text.Value)).Select(text => text.Key).ShouldBeEmpty();

    [Fact]
    public void Texts_EveryKeyTheComponentsName_Exists()
    {
        var english = Read(CultureInfo.InvariantCulture);
        var named = Sources().SelectMany(source => Named().Matches(source)).Select(match => match.Groups[1].Value).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(80);
        named.Where(key => !english.ContainsKey(key)).ShouldBeEmpty();
        Enum.GetNames<CellRunStatus>().Except(["Done"]).Where(status => !english.ContainsKey($"Refused.{status}")).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        Texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Sources()
    {
        var root = Repository.Root;
        return Directory.EnumerateFiles(Path.Combine(root, "AslTutorial.Web", "Components", "Lessons"), "*.*", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Where(text => !text.Contains("IStringLocalizer<Texts>", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[,:;?!()]")]
    private static partial Regex HalfWidth();

    // An attribute's value is none: Size="Size.Small".
    [GeneratedRegex(@"(?<!=)""([A-Z][A-Za-z]+\.[A-Za-z.]+)""")]
    private static partial Regex Named();
}
