using System.Text.RegularExpressions;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Resources;

namespace AslTutorial.Web.Tests.Localization;

/// <summary>What holds for every text that a reader meets, whichever resource it stands in.</summary>
public sealed partial class TextsTests
{
    /// <summary>Between two sentences stands a blank in English, and nothing in Chinese.</summary>
    private const string Separator = "Sentence.Separator";

    /// <summary>What counts from two on, or more.</summary>
    private static readonly string[] NeverOne =
    [
        "Value.TooLong", "Value.TooMany", "Output.More", "Size.Characters", "Image.Part", "Image.Alt", "Says.Labels", "Ago.Minutes", "Course.Minutes", "Progress.SectionsOf", "Ago.Hours", "Ago.Days",
        "Queue.Ahead", "Runs.Part", "Summary.TrainLimit", "Status.Rate", "Page.Images", "Broken.Flatten", "dropout.Train", "conv2d.OutputAlt", "conv2d.Gaps",
        "Says.PrintedOf", "Cells.Linear", "Own.Part", "Own.Reference", "Matters.TooLong", "Net.UnitsName", "Kept",
        "maxpool.SmallKeys", "dropout.Says", "flatten.Row", "Fault.TooLong",
        // What runs there is an answer.
        "Difference.OtherOperation",
    ];

    /// <summary>Names and units, the same in both languages.</summary>
    private static readonly string[] NoWords =
        ["DataSet.sign-mnist", "Data.SignMnist", "Device.Card", "Size.Kilo", "Size.Mebi", "Size.MebiOf", "Cell.OnPage"];

    public static TheoryData<Type> Resources => [.. TextSet.All];

    [Fact]
    public void Resources_Listed_AreThoseInTheFolder()
    {
        var files = new[] { "AslTutorial.Web", "AslTutorial.Lessons" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Site.Repository.Root, project), "*Texts.resx", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension);

        TextSet.All.Select(texts => texts.Name).ShouldBe(files, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Texts_BothLanguages_SameKeysNoneEmptySamePlaces(Type texts)
    {
        var (english, chinese) = (TextSet.English(texts), TextSet.Chinese(texts));
        english.ShouldNotBeEmpty();
        chinese.Keys.ShouldBe(english.Keys, ignoreOrder: true);
        foreach (var (key, text) in english.Where(text => text.Key != Separator))
        {
            text.ShouldNotBeNullOrWhiteSpace(key);
            chinese[key].ShouldNotBeNullOrWhiteSpace(key);
            Places(chinese[key]).ShouldBe(Places(text), $"places of {key}");
        }
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Texts_Chinese_FullWidthPunctuation(Type texts) =>
        TextSet.Chinese(texts).Where(text => HalfWidth().IsMatch(text.Value)).Select(text => $"{text.Key}: {text.Value}").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Resources))]
    public void Texts_EitherLanguage_InItsOwnScript(Type texts)
    {
        TextSet.English(texts).Where(text => Han().IsMatch(text.Value)).Select(text => text.Key).ShouldBeEmpty();
        TextSet.Chinese(texts).Where(text => Word().IsMatch(Place().Replace(text.Value, "")) && !Han().IsMatch(text.Value) && !NoWords.Contains(text.Key))
            .Select(text => text.Key).ShouldBeEmpty();
    }

    /// <summary>"1 epochs" is said nowhere: a text that counts has one for one, or never meets it.</summary>
    [Theory]
    [MemberData(nameof(Resources))]
    public void English_TextThatCounts_HasOneForOne(Type texts)
    {
        var all = TextSet.English(texts);
        all.Where(text => Counted().IsMatch(text.Value) && !NeverOne.Contains(text.Key) && !HasOne(text.Key, all))
            .Select(text => $"{text.Key}: {text.Value}").ShouldBeEmpty();
    }

    [Fact]
    public void Texts_TrainersFaults_OneForEachCodeAndNoPath()
    {
        const string Prefix = "TrainerFault.";
        foreach (var texts in new[] { TextSet.English(typeof(Texts)), TextSet.Chinese(typeof(Texts)) })
        {
            var faults = texts.Where(text => text.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToList();
            faults.Select(text => text.Key[Prefix.Length..]).ShouldBe(TrainerFaultCodes.All, ignoreOrder: true);
            faults.Select(text => text.Value).ShouldBeUnique();
            faults.ShouldAllBe(text => !text.Value.Contains('/') && !text.Value.Contains('{'));
        }
    }

    // "Several" and "One", "Many" and "One", or the plain name and "...One".
    private static bool HasOne(string key, Dictionary<string, string> all) =>
        all.ContainsKey($"{key}One") || key.EndsWith("One", StringComparison.Ordinal)
        || all.ContainsKey(Several().Replace(key, "One")) && Several().IsMatch(key)
        || key.EndsWith('s') && all.ContainsKey(key[..^1]);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d(?::N0)?\} (?:[a-z]+ ){0,2}(?:epochs|images|batches|numbers|windows|runs|threads|gaps|places|rows|lines|characters|labels|attempts|days|hours|minutes|cells|units|pixels|faults|values|answers)\b")]
    private static partial Regex Counted();

    [GeneratedRegex("Several|Many")]
    private static partial Regex Several();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex("[A-Za-z]{2}")]
    private static partial Regex Word();

    // A comma, colon, semicolon, question mark or bracket right after a Chinese character.
    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[,:;?!()]")]
    private static partial Regex HalfWidth();
}
