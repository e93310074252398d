using System.Text.RegularExpressions;
using AslTutorial.Lessons.Files;

namespace AslTutorial.Lessons.Listings;

/// <summary>Comment lines that begin with a language, as in "# en: The labels", are for readers of that language alone.</summary>
internal static partial class CommentLanguages
{
    /// <summary>The code with the comments of one language, and without their prefix.</summary>
    public static string Resolve(string code, string language) => string.Join('\n', code.Split('\n')
        .Select(line => (Line: line, Match: Prefixed().Match(line)))
        .Where(line => !line.Match.Success || line.Match.Groups["language"].Value == language)
        .Select(line => line.Match.Success ? $"{line.Match.Groups["mark"].Value} {line.Match.Groups["text"].Value}" : line.Line));

    /// <summary>Comments that a language lacks: the line of the first of a group, and the language.</summary>
    public static IEnumerable<(int Line, string Language)> Missing(string code)
    {
        var lines = code.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var first = i;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (i < lines.Length && Prefixed().Match(lines[i]) is { Success: true } match)
            {
                seen.Add(match.Groups["language"].Value);
                i++;
            }

            if (seen.Count > 0)
            {
                foreach (var language in LessonLanguages.All.Where(language => !seen.Contains(language)))
                {
                    yield return (first + 1, language);
                }
            }
        }
    }

    [GeneratedRegex(@"\A(?<mark>[ \t]*(?:#|//)) ?(?<language>zh-CN|en): ?(?<text>.*)\z")]
    private static partial Regex Prefixed();
}
