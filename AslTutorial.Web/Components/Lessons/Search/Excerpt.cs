using System.Globalization;

namespace AslTutorial.Web.Components.Lessons.Search;

/// <summary>Finds words in a text, ignoring case and character width, and cuts out the text around them.</summary>
internal static class Excerpt
{
    private const int Before = 40;
    private const int Length = 150;
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreWidth;

    public static bool HasAll(string text, IReadOnlyList<string> words) => words.All(word => IndexOf(text, word, out _) >= 0);

    /// <summary>The text around the first match, with all matches in it marked.</summary>
    public static IReadOnlyList<FoundText> Around(string text, IReadOnlyList<string> words)
    {
        var first = words.Select(word => IndexOf(text, word, out _)).Where(at => at >= 0).DefaultIfEmpty(0).Min();
        var start = WordStart(text, Math.Max(0, first - Before), first);
        var end = Math.Min(text.Length, start + Length);
        var pieces = new List<FoundText>();
        if (start > 0)
        {
            pieces.Add(new("… ", IsMatch: false));
        }

        Mark(text[start..end], words, pieces);
        if (end < text.Length)
        {
            pieces.Add(new(" …", IsMatch: false));
        }

        return pieces;
    }

    private static void Mark(string text, IReadOnlyList<string> words, List<FoundText> pieces)
    {
        while (text.Length > 0)
        {
            var next = words
                .Select(word => (At: IndexOf(text, word, out var length), Length: length))
                .Where(hit => hit.At >= 0 && hit.Length > 0)
                .OrderBy(hit => hit.At)
                .ThenByDescending(hit => hit.Length)
                .FirstOrDefault((At: text.Length, Length: 0));
            if (next.At > 0)
            {
                pieces.Add(new(text[..next.At], IsMatch: false));
            }

            if (next.Length > 0)
            {
                pieces.Add(new(text.Substring(next.At, next.Length), IsMatch: true));
            }

            text = text[(next.At + next.Length)..];
        }
    }

    // Chinese has no spaces: then the excerpt begins anywhere.
    private static int WordStart(string text, int from, int before)
    {
        if (from == 0)
        {
            return 0;
        }

        var blank = text.IndexOf(' ', from, before - from);
        return blank < 0 ? from : blank + 1;
    }

    private static int IndexOf(string text, string word, out int length) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, Loosely, out length);
}
