namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>A run of coloured text, or a place to type in.</summary>
/// <param name="Html">The text, encoded; null for a place.</param>
/// <param name="Place">The place's name; null for text.</param>
/// <param name="IsGap">Whether the place is a gap of an exercise rather than a free parameter.</param>
internal sealed record ListingPiece(string? Html, string? Place, bool IsGap);
