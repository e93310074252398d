using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AslTutorial.Web.Resources;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Notebooks;

public sealed partial class NotebookTextsTests
{
    private static readonly Dictionary<string, string> English = Read(CultureInfo.InvariantCulture);
    private static readonly Dictionary<string, string> Chinese = Read(CultureInfo.GetCultureInfo("zh-CN"));

    [Fact]
    public void Texts_BothLanguages_SameKeysNoneEmptySamePlaces()
    {
        Chinese.Keys.ShouldBe(English.Keys, ignoreOrder: true);
        foreach (var (key, english) in English)
        {
            english.ShouldNotBeNullOrWhiteSpace(key);
            Chinese[key].ShouldNotBeNullOrWhiteSpace(key);
            Places(Chinese[key]).ShouldBe(Places(english), $"places of {key}");
        }
    }

    [Fact]
    public void Texts_Chinese_FullWidthPunctuation() =>
        Chinese.Where(text => HalfWidth().IsMatch(text.Value)).Select(text => text.Key).ShouldBeEmpty();

    [Fact]
    public void Texts_Keys_AreThoseThatTheCodeNames()
    {
        var root = Repository.Root;
        var named = new[] { "Notebooks", "Api" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, "AslTutorial.Web", folder), "*.cs"))
            .Select(File.ReadAllText)
            .Where(source => source.Contains("IStringLocalizer<NotebookTexts>", StringComparison.Ordinal))
            .SelectMany(source => Named().Matches(source))
            .Select(match => match.Groups[1].Value)
            .Distinct();
        named.ShouldBe(English.Keys, ignoreOrder: true);
    }

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        new ResourceManager(typeof(NotebookTexts)).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();

    // A comma, colon, semicolon, question mark or bracket right after a Chinese character.
    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[,:;?!()]")]
    private static partial Regex HalfWidth();

    [GeneratedRegex(@"""((?:Value|Run|Restart|Image|Check)\.[A-Za-z]+)""")]
    private static partial Regex Named();
}
