using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Cells;

/// <summary>A file of tests/golden: sections, each a heading after "### " and the text below it.</summary>
internal static class GoldenFile
{
    private const string Mark = "### ";

    /// <summary>The sections in order.</summary>
    public static IReadOnlyDictionary<string, string> Read(string name)
    {
        var path = Path.Combine(TestPaths.RepositoryRoot, "tests", "golden", name);
        var sections = new Dictionary<string, string>();
        foreach (var section in ("\n" + File.ReadAllText(path)).Split("\n" + Mark, StringSplitOptions.RemoveEmptyEntries))
        {
            var end = section.IndexOf('\n');
            var text = section[(end + 1)..];
            sections.Add(section[..end], text.EndsWith('\n') ? text[..^1] : text);
        }

        return sections;
    }
}
