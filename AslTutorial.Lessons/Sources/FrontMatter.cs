using System.Text.RegularExpressions;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Sources;

/// <summary>What stands between two lines "---" at the top of a text.</summary>
/// <param name="Title">The lesson's title.</param>
/// <param name="Description">A sentence about it, or empty.</param>
/// <param name="Body">The text below, on the lines it has in the file.</param>
internal sealed partial record FrontMatter(string Title, string Description, string Body)
{
    private const string Fence = "---";

    public static FrontMatter Read(string file, string text, FaultLog faults)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var isOpen = IsFence(lines[0]);
        var end = isOpen ? Array.FindIndex(lines, 1, IsFence) : -1;
        if (end < 0)
        {
            faults.Add(file, 1, isOpen
                ? "the front matter is not closed: its second line '---' is missing"
                : "the title is missing: the text begins with front matter, '---', 'title: ...', '---'");
            return new FrontMatter("", "", text);
        }

        for (var i = 1; i < end; i++)
        {
            if (Refusal(lines[i]) is { } refusal)
            {
                faults.Add(file, i + 1, refusal);
            }
        }

        // Blank lines stand in for what is cut off, so that faults name the line in the file.
        var map = YamlFile.Read(file, "\n" + string.Join('\n', lines[1..end]), faults);
        var matter = new FrontMatter(
            map?.RequiredText("title") ?? "",
            map?.Text("description") ?? "",
            new string('\n', end + 1) + string.Join('\n', lines[(end + 1)..]));
        map?.RefuseOtherKeys();
        return matter;
    }

    // Trailing blanks are invisible in an editor, so they are allowed.
    private static bool IsFence(string line) => line.TrimEnd() == Fence;

    // Lines that YAML reads differently from what they look like.
    private static string? Refusal(string line)
    {
        if (FullWidthColon().IsMatch(line))
        {
            return "has a full-width colon behind its key: 'title: ...' is written with ':' and a blank";
        }

        return CutShort().IsMatch(line) ? "everything from ' #' on would be a comment: put the text in quotes, 'title: \"...\"'" : null;
    }

    [GeneratedRegex(@"\A\s*\w+\s*：")]
    private static partial Regex FullWidthColon();

    [GeneratedRegex(@"\A\s*\w+:\s+[^\s""'].*?\s#")]
    private static partial Regex CutShort();
}
