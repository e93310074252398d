using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AslTutorial.Lessons.Prose;

/// <summary>
/// Marks that Markdown left in the text as they are. Its rules count on spaces between words, and an author who writes Chinese
/// has none to begin with.
/// </summary>
internal static partial class UnreadMarks
{
    /// <summary>What stays unread in a piece of text, and how to write it; null where nothing does.</summary>
    public static string? In(LiteralInline literal)
    {
        var text = literal.Content.ToString();
        if (literal.IsFirstCharacterEscaped)
        {
            text = text.Length > 0 ? text[1..] : text;
        }
        else if (BeginsALine(literal) && LineMark().Match(text + Next(literal)) is { Success: true } mark)
        {
            return $"'{mark.Value}' begins no heading and no list without a blank after it";
        }

        if (text.Contains('$', StringComparison.Ordinal))
        {
            return "a '$' here belongs to no formula: '$' on both sides, no letter or digit beside them, and blanks inside at both ends or at none; for the sign itself write '\\$'";
        }

        foreach (var run in (string[])["**", "__"])
        {
            if (text.Contains(run, StringComparison.Ordinal))
            {
                return Unpaired(run);
            }
        }

        // A single * or _ is ordinary text (a star, part of a name), except beside Chinese.
        var (before, after) = (Last(literal.PreviousSibling), First(literal.NextSibling));
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '*' or '_' && (ChineseText.IsWide(i > 0 ? text[i - 1] : before) || ChineseText.IsWide(i + 1 < text.Length ? text[i + 1] : after)))
            {
                return Unpaired(text[i].ToString());
            }
        }

        return null;
    }

    private static string Unpaired(string mark) =>
        $"'{mark}' here marks no emphasis: its partner is missing, or a blank stands inside it; for the characters themselves write '{string.Concat(mark.Select(c => $"\\{c}"))}'";

    private static bool BeginsALine(LiteralInline literal) =>
        literal is { PreviousSibling: null or LineBreakInline, Parent: { ParentBlock: ParagraphBlock } };

    private static string Next(LiteralInline literal) => literal.NextSibling is LiteralInline next ? next.Content.ToString() : "";

    private static char Last(Inline? inline) => inline is LiteralInline { Content.Length: > 0 } text ? text.Content.AsSpan()[^1] : default;

    private static char First(Inline? inline) => inline is LiteralInline { Content.Length: > 0 } text ? text.Content.AsSpan()[0] : default;

    [GeneratedRegex(@"\A(?:##+(?=[^#\s])|(?:#|[-+]|\d{1,9}[.)])(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]))")]
    private static partial Regex LineMark();
}
