using System.Globalization;
using System.Text.RegularExpressions;

namespace AslTutorial.Lessons.Tests;

/// <summary>What lesson 3 says that trainings came to, against docs/benchmarks.md and the reference run.</summary>
public sealed partial class CnnResultsTests
{
    public static TheoryData<string, string> Texts => new(
        from language in new[] { "zh-CN", "en" }
        from set in new[] { "real", "synthetic" }
        select (language, set));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Discussion_ResultsOnADataSet_AreEndsOfRecordedRanges(string language, string set)
    {
        var recorded = Recorded(set);
        var told = Numbers(string.Concat(DataTexts(Discussion(language), set)));

        told.Count.ShouldBeGreaterThan(4);
        told.Where(number => !recorded.Any(value => Says(number, value))).ShouldBeEmpty($"docs/benchmarks.md has {string.Join(' ', recorded)}");
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Discussion_OtherResults_AreThoseOfTheReferenceRun(string language)
    {
        var discussion = Discussion(language);
        var run = string.Join('\n', Row().Matches(discussion).Select(row => row.Value));
        Row().Count(discussion).ShouldBe(11);
        var told = Numbers(Row().Replace(DataText().Replace(discussion, ""), ""));

        told.Count.ShouldBeGreaterThan(6);
        told.Where(number => !Numbers(run).Any(value => Says(number, decimal.Parse(value, CultureInfo.InvariantCulture)))).ShouldBeEmpty();
    }

    [Fact]
    public void Questions_ResultOnSyntheticHands_IsARecordedRange()
    {
        var explanations = File.ReadAllLines(Path.Combine(Repository.Lessons, "cnn", "questions.yml")).Where(line => line.Contains("0.9564", StringComparison.Ordinal)).ToList();

        explanations.Count.ShouldBe(2);
        foreach (var told in explanations.Select(Numbers))
        {
            told[..2].ShouldBe(["0.9564", "0.9922"]);
            told[2..].Count.ShouldBe(2);
            told[2..].ShouldAllBe(number => Recorded("synthetic").Any(value => Says(number, value)));
        }
    }

    private static bool Says(string number, decimal value) =>
        Math.Round(value, number.Length - "0.".Length, MidpointRounding.AwayFromZero) == decimal.Parse(number, CultureInfo.InvariantCulture);

    // The rows of the ranges, not those of the seeds: they begin with set and net, and end with the median.
    private static List<decimal> Recorded(string set)
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "benchmarks.md")).SkipWhile(line => !line.EndsWith("| median of these |", StringComparison.Ordinal))
            .Skip(2).TakeWhile(line => line.StartsWith('|')).Where(line => line.StartsWith($"| {set} |", StringComparison.Ordinal)).ToList();
        rows.Count.ShouldBe(2, "a row for each net");
        return [.. rows.SelectMany(row => Thousandths().Matches(row)).Select(match => decimal.Parse(match.Value, CultureInfo.InvariantCulture))];
    }

    private static string Discussion(string language)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Lessons, "cnn", $"{language}.md"));
        var start = text.IndexOf("{#discussion}", StringComparison.Ordinal);
        return text[start..text.IndexOf("{#wrap-up}", StringComparison.Ordinal)];
    }

    private static IEnumerable<string> DataTexts(string text, string set) =>
        DataText().Matches(text).Where(match => match.Groups["set"].Value == set).Select(match => match.Groups["text"].Value);

    private static List<string> Numbers(string text) => [.. Result().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"^::: data (?<set>\w+)\n(?<text>.*?)^:::$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex DataText();

    [GeneratedRegex(@"^\| \d+ \|.*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"(?<![\d.])0\.\d{2,4}(?!\d)")]
    private static partial Regex Result();

    [GeneratedRegex(@"(?<!\d)\.\d{3}|1\.000")]
    private static partial Regex Thousandths();
}
