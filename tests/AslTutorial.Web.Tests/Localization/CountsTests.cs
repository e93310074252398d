using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AslTutorial.Web.Resources;

namespace AslTutorial.Web.Tests.Localization;

/// <summary>"1 epochs" is said nowhere: a text that counts has one for one, or never meets it.</summary>
public sealed partial class CountsTests
{
    /// <summary>What counts from two on, or more.</summary>
    private static readonly string[] NeverOne =
    [
        "Value.TooLong", "Value.TooMany", "Output.More", "Size.Characters", "Image.Part", "Image.Alt", "Says.Labels", "Ago.Minutes", "Course.Minutes", "Progress.SectionsOf", "Ago.Hours", "Ago.Days",
        "Queue.Ahead", "Runs.Part", "Summary.TrainLimit", "Status.Rate", "Page.Images", "Broken.Flatten", "dropout.Train", "conv2d.OutputAlt", "conv2d.Gaps",
        "Says.PrintedOf", "Cells.Linear", "Own.Part", "Own.Reference", "Matters.TooLong", "Net.UnitsName", "Kept",
    ];

    [Theory]
    [InlineData(typeof(Texts))]
    [InlineData(typeof(LessonTexts))]
    [InlineData(typeof(TrainingTexts))]
    [InlineData(typeof(NotebookTexts))]
    [InlineData(typeof(WidgetTexts))]
    [InlineData(typeof(SteerTexts))]
    [InlineData(typeof(ConfusionTexts))]
    [InlineData(typeof(CompareTexts))]
    [InlineData(typeof(InsideTexts))]
    [InlineData(typeof(WorkTexts))]
    [InlineData(typeof(UpkeepTexts))]
    [InlineData(typeof(OperateTexts))]
    [InlineData(typeof(AdmissionTexts))]
    public void English_TextThatCounts_HasOneForOne(Type texts)
    {
        var all = new ResourceManager(texts).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

        all.Where(text => Counted().IsMatch(text.Value) && !NeverOne.Contains(text.Key) && !HasOne(text.Key, all))
            .Select(text => $"{text.Key}: {text.Value}").ShouldBeEmpty();
    }

    // "Several" and "One", "Many" and "One", or the plain name and "...One".
    private static bool HasOne(string key, Dictionary<string, string> all) =>
        all.ContainsKey($"{key}One") || key.EndsWith("One", StringComparison.Ordinal)
        || all.ContainsKey(Several().Replace(key, "One")) && Several().IsMatch(key)
        || key.EndsWith('s') && all.ContainsKey(key[..^1]);

    [GeneratedRegex(@"\{\d(?::N0)?\} (?:[a-z]+ ){0,2}(?:epochs|images|batches|numbers|windows|runs|threads|gaps|places|rows|lines|characters|labels|attempts|days|hours|minutes|cells|units|pixels|faults|values|answers)\b")]
    private static partial Regex Counted();

    [GeneratedRegex("Several|Many")]
    private static partial Regex Several();
}
