using System.Text.RegularExpressions;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Content;

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

        // The lines before stay as blank ones, so that every fault names the line that the author sees.
        var map = YamlFile.Read(file, "\n" + string.Join('\n', lines[1..end]), faults);
        var matter = new FrontMatter(
            map?.RequiredText("title") ?? "",
            map?.Text("description") ?? "",
            new string('\n', end + 1) + string.Join('\n', lines[(end + 1)..]));
        map?.RefuseOtherKeys();
        return matter;
    }

    // A blank after it is in no editor to be seen.
    private static bool IsFence(string line) => line.TrimEnd() == Fence;

    // What YAML reads as something else than it looks like.
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
