using System.Text;
using System.Text.RegularExpressions;

namespace AslTutorial.Lessons.Listings;

/// <summary>
/// The places that an author marks in code: ⟦gap⟧, ⟪parameter⟫ and ⟨fact|what is shown⟩. For the lexer each is one character
/// that no code has; afterwards it is put back as what it is.
/// </summary>
internal sealed partial class ListingMarks
{
    /// <summary>In Unicode's area for private use.</summary>
    private const char First = '\uE000';

    private const int Most = 1000;

    private readonly List<ListingSpan> _spans = [];

    private ListingMarks()
    {
        Code = "";
    }

    /// <summary>The code with the marks as single characters.</summary>
    public string Code { get; private set; }

    public IReadOnlyList<ListingSpan> Spans => _spans;

    /// <summary>Code in which nothing is a mark.</summary>
    public static ListingMarks None(string code) => new() { Code = Area().Replace(code, "\uFFFD") };

    public static ListingMarks Take(string code)
    {
        var marks = new ListingMarks();
        marks.Code = Mark().Replace(Area().Replace(code, "\uFFFD"), marks.Put);
        return marks;
    }

    /// <summary>A piece of code as text and marks.</summary>
    public IEnumerable<ListingSpan> Split(string code, TokenKind kind)
    {
        var text = new StringBuilder();
        foreach (var c in code)
        {
            if (c - First is var index && (index < 0 || index >= _spans.Count))
            {
                text.Append(c);
                continue;
            }

            if (text.Length > 0)
            {
                yield return new ListingSpan.Text(text.ToString(), kind);
                text.Clear();
            }

            yield return _spans[index];
        }

        if (text.Length > 0)
        {
            yield return new ListingSpan.Text(text.ToString(), kind);
        }
    }

    private string Put(Match match)
    {
        if (_spans.Count == Most)
        {
            return match.Value;
        }

        var (open, name, written) = (match.Value[0], match.Groups["name"].Value, match.Groups["written"].Value);
        _spans.Add(open switch
        {
            '⟦' => new ListingSpan.Gap(name),
            '⟪' => new ListingSpan.Parameter(name),
            _ => new ListingSpan.Fact(name, written),
        });
        return ((char)(First + _spans.Count - 1)).ToString();
    }

    [GeneratedRegex(@"⟦(?<name>[A-Za-z0-9_.-]{1,64})⟧|⟪(?<name>[A-Za-z0-9_.-]{1,64})⟫|⟨(?<name>[A-Za-z0-9_.-]{1,64})\|(?<written>[^⟩\n]{1,200})⟩")]
    private static partial Regex Mark();

    [GeneratedRegex(@"[\uE000-\uF8FF]")]
    private static partial Regex Area();
}
