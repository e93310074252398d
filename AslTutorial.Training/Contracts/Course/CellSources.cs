using System.Text.RegularExpressions;

namespace AslTutorial.Training.Contracts.Course;

/// <summary>
/// The C# that the cells of lessons execute, to be read beside the Python. It is cut out of the compiled source files,
/// which the build embeds in this assembly.
/// </summary>
public static partial class CellSources
{
    private const string Begin = "// <listing>";
    private const string End = "// </listing>";

    private static readonly Dictionary<string, string> Resources =
        typeof(CellSources).Assembly.GetManifestResourceNames().ToDictionary(Plain, name => name, StringComparer.Ordinal);

    /// <summary>
    /// What stands between the listing marks of the cell's source file, not indented; null for a cell without a program. The
    /// places where it takes the learner's values are marks, ⟦gap⟧ and ⟪parameter⟫, and plumbing is left out.
    /// </summary>
    /// <param name="lesson">The cell's lesson.</param>
    /// <param name="cell">The cell's id.</param>
    /// <param name="language">"zh-CN" or "en": of the comments that are there in both.</param>
    public static string? Find(LessonDescription lesson, string cell, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(cell);
        if (!Id().IsMatch(cell))
        {
            return null;
        }

        var listings = Files(lesson, cell).Select(file => Read(file, language)).ToList();
        return listings.Contains(null) ? null : string.Join("\n\n", listings);
    }

    private static string? Read(string file, string language)
    {
        if (!Resources.TryGetValue(Plain(file), out var name))
        {
            return null;
        }

        using var stream = typeof(CellSources).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return string.Join('\n', Dedent(Listing(reader.ReadToEnd().Split('\n')).Select(line => Marked(line).TrimEnd()), language));
    }

    private static string Marked(string line) => Parameter().Replace(Gap().Replace(Plumbing().Replace(line, ""), "⟦${name}⟧"), "⟪${name}⟫");

    /// <summary>The training is the loops of every training; any other cell has a file of its own, peek-shape PeekShapeCell.cs, or the one that lessons share.</summary>
    private static IEnumerable<string> Files(LessonDescription lesson, string cell) => lesson.Loops is { } loops && loops.Id == cell
        ? loops.Sources.Select(file => $"loop/{file}")
        : [OwnOrShared(lesson.Slug, $"{cell}cell.cs")];

    private static string OwnOrShared(string slug, string file) =>
        Resources.ContainsKey(Plain($"lessons/{slug}/{file}")) ? $"lessons/{slug}/{file}" : $"lessons/shared/{file}";

    /// <summary>Without what folders, classes and ids write differently: case, dashes and the separator of folders.</summary>
    private static string Plain(string file) => file.Replace("-", "", StringComparison.Ordinal).Replace('\\', '/').ToLowerInvariant();

    private static IEnumerable<string> Listing(IEnumerable<string> lines)
    {
        var isInside = false;
        foreach (var line in lines)
        {
            switch (line.Trim())
            {
                case Begin:
                    isInside = true;
                    break;
                case End:
                    isInside = false;
                    break;
                default:
                    if (isInside)
                    {
                        yield return line;
                    }

                    break;
            }
        }
    }

    private static IEnumerable<string> Dedent(IEnumerable<string> listing, string language)
    {
        var lines = listing.ToList();
        var indent = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        foreach (var line in lines.Select(line => line.Length > indent ? line[indent..] : ""))
        {
            var comment = Comment().Match(line);
            if (!comment.Success)
            {
                yield return line;
            }
            else if (comment.Groups["language"].Value == language)
            {
                yield return comment.Groups["before"].Value + comment.Groups["text"].Value;
            }
        }
    }

    // Code between two /*-*/ is needed by the program and hidden in the lesson.
    [GeneratedRegex(@"/\*-\*/.*?/\*-\*/")]
    private static partial Regex Plumbing();

    [GeneratedRegex(@"\bGap(?:Argument)?\(""(?<name>\w+)""\)")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\b(?:Real)?Parameter\(""(?<name>\w+)""\)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"\A(?<before>\s*// )(?<language>zh-CN|en): (?<text>.*)\z")]
    private static partial Regex Comment();
}
