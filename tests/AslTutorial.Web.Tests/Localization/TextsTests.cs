using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Trainers;
using AslTutorial.Web.Resources;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Localization;

public sealed partial class TextsTests
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
    public void Texts_TrainersFaults_OneForEachCodeAndNoPath()
    {
        const string Prefix = "TrainerFault.";
        foreach (var texts in new[] { English, Chinese })
        {
            var faults = texts.Where(text => text.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToList();
            faults.Select(text => text.Key[Prefix.Length..]).ShouldBe(TrainerFaultCodes.All, ignoreOrder: true);
            faults.Select(text => text.Value).ShouldBeUnique();
            faults.ShouldAllBe(text => !text.Value.Contains('/') && !text.Value.Contains('{'));
        }
    }

    [Fact]
    public void Texts_Chinese_FullWidthPunctuation() =>
        Chinese.Where(text => HalfWidth().IsMatch(text.Value)).Select(text => text.Key).ShouldBeEmpty();

    [Fact]
    public void Texts_EveryKeyTheUiNames_Exists()
    {
        var named = Sources().SelectMany(source => Named().Matches(source)).Select(match => match.Groups[1].Value).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(60);
        named.Where(key => !English.ContainsKey(key)).ShouldBeEmpty();
    }

    [Fact]
    public void Texts_EveryKeyTheUiComposes_Exists()
    {
        string[] composed =
        [
            .. Enum.GetNames<TrainerMood>().Select(mood => $"Trainer.{mood}"),
            .. Enum.GetNames<TrainerMood>().Where(mood => mood is not ("Idle" or "Busy")).Select(mood => $"Trainer.{mood}.Detail"),
            .. Enum.GetNames<RunState>().Select(state => $"RunState.{state}"),
            .. Enum.GetNames<AslTutorial.Training.Contracts.ModelKind>().Select(model => $"Model.{model}"),
            "DataSet.sign-mnist", "DataSet.synthetic", "Data.About.sign-mnist", "Data.About.synthetic", "Data.train", "Data.valid",
        ];
        composed.Where(key => !English.ContainsKey(key)).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        new ResourceManager(typeof(Texts)).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    /// <summary>The components that speak through Texts.</summary>
    private static IEnumerable<string> Sources()
    {
        var root = Repository.Root;
        return new[] { "Components", "Pages" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, "AslTutorial.Web", folder), "*.razor", SearchOption.AllDirectories))
            .Select(File.ReadAllText)
            .Where(text => text.Contains("IStringLocalizer<Texts>", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();

    // A comma, colon, semicolon, question mark or bracket right after a Chinese character.
    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[,:;?!()]")]
    private static partial Regex HalfWidth();

    [GeneratedRegex(@"L\[(?:[^\]""$]*\? )?""([A-Za-z.\-]+)""")]
    private static partial Regex Named();
}
