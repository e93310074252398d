using System.Text.RegularExpressions;

namespace AslTutorial.Lessons.Tests.Texts;

/// <summary>The documents of the repository: what they link to is there, and every decision has its number, status, date and line in the index.</summary>
public sealed partial class DocumentsTests
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");
    private static readonly string Decisions = Path.Combine(Docs, "decisions");

    public static TheoryData<string> Documents =>
    [
        "README.md", .. Directory.EnumerateFiles(Docs, "*.md", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_Links_LeadToFilesThatAreThere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;

        Prose(document).SelectMany(line => Link().Matches(line)).Select(link => link.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('/'))
            .Where(target => !Path.Exists(Path.Combine(folder, target)))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_NamedRecords_AreThere(string document) =>
        Prose(document).SelectMany(line => Record().Matches(line)).Select(name => name.Value)
            .Where(name => !File.Exists(Path.Combine(Decisions, name)))
            .ShouldBeEmpty();

    [Fact]
    public void Decisions_Listed_HaveNumberStatusDateAndALineInTheIndex()
    {
        var records = Directory.EnumerateFiles(Decisions, "*.md").Select(path => Path.GetFileName(path)).Where(name => name != "README.md").Order(StringComparer.Ordinal).ToList();
        var index = File.ReadAllText(Path.Combine(Decisions, "README.md"));

        records.Count.ShouldBeGreaterThan(30);
        records.Select(name => name[..4]).ShouldBe(Enumerable.Range(1, records.Count).Select(number => $"{number:0000}"));
        foreach (var name in records)
        {
            var lines = File.ReadAllLines(Path.Combine(Decisions, name));
            var title = Title().Match(lines[0]);
            title.Groups[1].Value.ShouldBe(name[..4].TrimStart('0'), name);
            Status().IsMatch(lines[2]).ShouldBeTrue($"{name}: {lines[2]}");
            index.ShouldContain($"[{title.Groups[2].Value}]({name})");
        }
    }

    // What stands in a block of code is no link.
    private static IEnumerable<string> Prose(string document)
    {
        var isCode = false;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, document)))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (!isCode)
            {
                yield return InlineCode().Replace(line, "");
            }
        }
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/.-])\d{4}-[a-z0-9-]+\.md\b")]
    private static partial Regex Record();

    [GeneratedRegex(@"\A# (\d+)\. (.+)\z")]
    private static partial Regex Title();

    [GeneratedRegex(@"\A\*(Accepted|Superseded by \d+), \d{4}-\d\d-\d\d\*\z")]
    private static partial Regex Status();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();
}
