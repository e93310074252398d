using System.Text.RegularExpressions;

namespace AslTutorial.Lessons.Tests.Texts;

/// <summary>One Chinese word for each thing: the table in docs/authoring.md against the lessons and all resources.</summary>
public sealed partial class ChineseWordsTests
{
    public static TheoryData<string> Things => [.. Glossary().Select(entry => entry.Thing)];

    [Fact]
    public void Glossary_Read_HasWordsAndOthersForbidden()
    {
        Glossary().Count.ShouldBeGreaterThan(15);
        Glossary().Count(entry => entry.Never.Count > 0).ShouldBeGreaterThan(12);
        Lines().Count().ShouldBeGreaterThan(500);
    }

    [Theory]
    [MemberData(nameof(Things))]
    public void Texts_ThingOfTheGlossary_HaveItsWordAndNoOther(string thing)
    {
        var (_, word, never) = Glossary().Single(entry => entry.Thing == thing);

        Lines().ShouldContain(line => line.Text.Contains(word, StringComparison.Ordinal), $"nothing says {word}");
        foreach (var other in never)
        {
            Lines().Where(line => Regex.IsMatch(line.Text, other, RegexOptions.None, TimeSpan.FromSeconds(1)))
                .Select(line => $"{line.File}: {line.Text.Trim()}").ShouldBeEmpty($"{thing} is {word}, not {other}");
        }
    }

    private static List<(string Thing, string Word, List<string> Never)> Glossary() =>
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "authoring.md"))
            .SkipWhile(line => !line.StartsWith("| thing |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1], First().Match(cells[2]).Value, Code().Matches(cells[3]).Select(match => match.Groups[1].Value).ToList())),
    ];

    private static IEnumerable<(string File, string Text)> Lines() => Directory
        .EnumerateFiles(Repository.Lessons, "*", SearchOption.AllDirectories)
        .Concat(new[] { "AslTutorial.Web", "AslTutorial.Lessons" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.zh-CN.resx", SearchOption.AllDirectories)))
        .SelectMany(file => File.ReadLines(file).Where(line => Chinese().IsMatch(line)).Select(line => (Path.GetRelativePath(Repository.Root, file), line)));

    // What stands behind it in the same cell is about the word.
    [GeneratedRegex("^[^，；（]+")]
    private static partial Regex First();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
