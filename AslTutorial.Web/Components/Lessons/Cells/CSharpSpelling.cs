using System.Text.RegularExpressions;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>What was typed in the C# listing, as the same answer in Python: validLoader is valid_loader, ImgChs IMG_CHS.</summary>
internal static partial class CSharpSpelling
{
    /// <param name="text">As typed, in either language.</param>
    /// <param name="isPython">Whether the lesson's Python has a name.</param>
    public static string ToPython(string text, Func<string, bool> isPython)
    {
        // C# passes by name with a colon, and an equals sign there is Python's already, but for the value.
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

    // A name in two parts at least, outside quotes: what has no hump is spelt alike in both languages.
    [GeneratedRegex(@"(?<!['""\w])[A-Za-z][a-z0-9]*(?:[A-Z][A-Za-z0-9]*)+(?!['""\w])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[a-z0-9])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Hump();
}
