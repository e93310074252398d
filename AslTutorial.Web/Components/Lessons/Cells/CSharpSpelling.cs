using System.Text.RegularExpressions;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>Translates names typed in the C# listing into Python's: validLoader is valid_loader, ImgChs is IMG_CHS.</summary>
internal static partial class CSharpSpelling
{
    /// <param name="text">As typed, in either language.</param>
    /// <param name="isPython">Whether the lesson's Python code has this name.</param>
    public static string ToPython(string text, Func<string, bool> isPython)
    {
        // Named arguments have a colon in C#. With an equals sign it is Python already, except for a value such as true.
        var argument = Argument().Replace(text, "${name}: ${value}");
        return Word().Replace(argument, match => isPython(match.Value) ? match.Value : Names(match.Value).FirstOrDefault(isPython) ?? match.Value);
    }

    private static IEnumerable<string> Names(string word)
    {
        var parts = Hump().Replace(word, "_");
        yield return parts.ToLowerInvariant();
        yield return parts.ToUpperInvariant();
    }

    [GeneratedRegex(@"\A\s*(?<name>\w+)\s*=\s*(?<value>true|false|null)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Argument();

    // Only names with an inner capital, outside quotes: all others are the same in both languages.
    [GeneratedRegex(@"(?<!['""\w])[A-Za-z][a-z0-9]*(?:[A-Z][A-Za-z0-9]*)+(?!['""\w])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[a-z0-9])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Hump();
}
