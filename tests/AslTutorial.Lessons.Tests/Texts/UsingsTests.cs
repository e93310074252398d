using System.Text.RegularExpressions;

namespace AslTutorial.Lessons.Tests.Texts;

/// <summary>The order of usings, which neither the build nor the check of whitespace looks at: System first, then by name; static ones after, aliases last.</summary>
public sealed partial class UsingsTests
{
    [Fact]
    public void Usings_OfEveryFile_StandInOrder()
    {
        var files = Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Generated().IsMatch(Path.GetRelativePath(Repository.Root, file)))
            .ToList();

        files.Count.ShouldBeGreaterThan(500);
        files.Where(file => !IsInOrder(File.ReadLines(file))).Select(file => Path.GetRelativePath(Repository.Root, file)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, "using System.Text;", "using AslTutorial.Lessons;", "using static System.Math;", "using Text = System.String;")]
    [InlineData(false, "using AslTutorial.Lessons;", "using System.Text;")]
    [InlineData(false, "using B;", "using A;")]
    [InlineData(false, "using static System.Math;", "using A;")]
    [InlineData(true, "using A;", "", "using (var a = b)", "using System;")]
    public void IsInOrder_Lines_AsTheFormatterHasIt(bool expected, params string[] lines) => IsInOrder(lines).ShouldBe(expected);

    private static bool IsInOrder(IEnumerable<string> lines)
    {
        var usings = lines.TakeWhile(line => line.Length > 0 && (Using().IsMatch(line) || line.StartsWith("//", StringComparison.Ordinal)))
            .Select(line => Using().Match(line)).Where(match => match.Success).ToList();
        return usings.SequenceEqual(usings
            .OrderBy(match => match.Groups["alias"].Success ? 2 : match.Groups["static"].Success ? 1 : 0)
            .ThenBy(match => match.Groups["name"].Value is "System" || match.Groups["name"].Value.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(match => match.Groups["name"].Value, StringComparer.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"\Ausing (?<static>static )?(?:(?<alias>\w+) = )?(?<name>[\w.<>, ?\[\]()]+);")]
    private static partial Regex Using();

    [GeneratedRegex(@"(?:\A|[/\\])(?:obj|bin|Migrations)[/\\]")]
    private static partial Regex Generated();
}
