using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using AslTutorial.Lessons.Listings;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>
/// Splits a listing into few pieces: long runs of coloured text, and lines with places, which are components. Lines with places wrap, so
/// that no place is out of view; other lines scroll, which keeps comments aligned.
/// </summary>
internal static class ListingPieces
{
    /// <summary>Cache: listings without facts are the same for every reader.</summary>
    private static readonly ConditionalWeakTable<Listing, IReadOnlyList<ListingPiece>> Untouched = [];

    /// <param name="facts">Facts of the last run; empty before the first.</param>
    public static IReadOnlyList<ListingPiece> Of(Listing listing, IReadOnlyList<CellFact> facts) =>
        facts.Count == 0 ? Untouched.GetValue(listing, static untouched => Make(untouched, [])) : Make(listing, facts);

    private static IReadOnlyList<ListingPiece> Make(Listing listing, IReadOnlyList<CellFact> facts)
    {
        var pieces = new List<ListingPiece>();
        var html = new StringBuilder();
        for (var line = 0; line < listing.Lines.Count; line++)
        {
            if (line > 0)
            {
                html.Append('\n');
            }

            var isWrapped = listing.Lines[line].Any(span => span is not ListingSpan.Text);
            if (isWrapped)
            {
                Cut(pieces, html, new ListingPiece.LineBegin(Indent(listing.Lines[line])));
            }

            foreach (var span in listing.Lines[line])
            {
                switch (span)
                {
                    case ListingSpan.Text text:
                        Append(html, text.Characters, TokenClass.Of(text.Kind));
                        break;
                    case ListingSpan.Fact fact:
                        Append(html, Worded(fact, facts), "tc fact");
                        break;
                    case ListingSpan.Gap gap:
                        Cut(pieces, html, new ListingPiece.Place(gap.Name, IsGap: true));
                        break;
                    case ListingSpan.Parameter parameter:
                        Cut(pieces, html, new ListingPiece.Place(parameter.Name, IsGap: false));
                        break;
                }
            }

            if (isWrapped)
            {
                Cut(pieces, html, new ListingPiece.LineEnd());
            }
        }

        Cut(pieces, html, null);
        return pieces;
    }

    private static int Indent(IReadOnlyList<ListingSpan> line) =>
        line is [ListingSpan.Text { Characters: var first }, ..] ? first.Length - first.TrimStart(' ').Length : 0;

    // After a run that failed midway, the shapes behind the failure are unknown.
    private static string Worded(ListingSpan.Fact fact, IReadOnlyList<CellFact> facts)
    {
        if (facts.Count == 0)
        {
            return fact.Written;
        }

        var mark = fact.Written.StartsWith("# ", StringComparison.Ordinal) ? "# " : "";
        return mark + (facts.FirstOrDefault(known => known.Name == fact.Name) is { } found ? PythonValue.Text(found.Value) : "?");
    }

    private static void Cut(List<ListingPiece> pieces, StringBuilder html, ListingPiece? next)
    {
        if (html.Length > 0)
        {
            pieces.Add(new ListingPiece.Text(html.ToString()));
            html.Clear();
        }

        if (next is not null)
        {
            pieces.Add(next);
        }
    }

    private static void Append(StringBuilder html, string text, string? css)
    {
        if (css is null)
        {
            html.Append(Encode(text));
        }
        else
        {
            html.Append("<span class=\"").Append(css).Append("\">").Append(Encode(text)).Append("</span>");
        }
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
