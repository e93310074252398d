using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using AslTutorial.Lessons.Listings;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>A listing as few pieces: whole runs of coloured text, and between them the places that are components.</summary>
internal static class ListingPieces
{
    /// <summary>A lesson's listings are drawn again for every reader: each is encoded once, as long as it is there.</summary>
    private static readonly ConditionalWeakTable<Listing, IReadOnlyList<ListingPiece>> Untouched = [];

    /// <param name="facts">What the last run has found out; none before the first.</param>
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
                        Cut(pieces, html, new(null, gap.Name, IsGap: true));
                        break;
                    case ListingSpan.Parameter parameter:
                        Cut(pieces, html, new(null, parameter.Name, IsGap: false));
                        break;
                }
            }
        }

        Cut(pieces, html, null);
        return pieces;
    }

    // After a run that broke on the way, what lies behind the break has no shape.
    private static string Worded(ListingSpan.Fact fact, IReadOnlyList<CellFact> facts)
    {
        if (facts.Count == 0)
        {
            return fact.Written;
        }

        var mark = fact.Written.StartsWith("# ", StringComparison.Ordinal) ? "# " : "";
        return mark + (facts.FirstOrDefault(known => known.Name == fact.Name) is { } found ? PythonValue.Text(found.Value) : "?");
    }

    private static void Cut(List<ListingPiece> pieces, StringBuilder html, ListingPiece? place)
    {
        if (html.Length > 0)
        {
            pieces.Add(new(html.ToString(), null, IsGap: false));
            html.Clear();
        }

        if (place is not null)
        {
            pieces.Add(place);
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
