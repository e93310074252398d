using AslTutorial.Lessons.Listings;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>The classes of token kinds in css/listing.css.</summary>
internal static class TokenClass
{
    public static string? Of(TokenKind kind) => kind switch
    {
        TokenKind.Keyword => "tk",
        TokenKind.Function => "tf",
        TokenKind.Type => "tt",
        TokenKind.Number => "tn",
        TokenKind.Text => "ts",
        TokenKind.Comment => "tc",
        TokenKind.Operator => "to",
        _ => null,
    };
}
