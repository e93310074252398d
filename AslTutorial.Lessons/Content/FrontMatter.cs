using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Content;

/// <summary>What stands between two lines "---" at the top of a text.</summary>
/// <param name="Title">The lesson's title.</param>
/// <param name="Description">A sentence about it, or empty.</param>
/// <param name="Body">The text below, on the lines it has in the file.</param>
internal sealed record FrontMatter(string Title, string Description, string Body)
{
    private const string Fence = "---";

    public static FrontMatter Read(string file, string text, FaultLog faults)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == Fence ? Array.IndexOf(lines, Fence, 1) : -1;
        if (end < 0)
        {
            faults.Add(file, 1, lines[0] == Fence
                ? "the front matter is not closed: its second line '---' is missing"
                : "the title is missing: the text begins with front matter, '---', 'title: ...', '---'");
            return new FrontMatter("", "", text);
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
}
