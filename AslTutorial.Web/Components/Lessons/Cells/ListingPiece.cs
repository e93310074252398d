namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>Part of a listing: coloured text, a place to type in, or the begin or end of a line with places.</summary>
internal abstract record ListingPiece
{
    private ListingPiece()
    {
    }

    /// <param name="Html">Encoded; several lines or part of one.</param>
    public sealed record Text(string Html) : ListingPiece;

    /// <param name="Name">The place's name.</param>
    /// <param name="IsGap">Whether it is an exercise's gap, not a parameter.</param>
    public sealed record Place(string Name, bool IsGap) : ListingPiece;

    /// <summary>Begins a line that wraps if it is too long, up to the next <see cref="LineEnd"/>.</summary>
    /// <param name="Indent">Number of leading spaces.</param>
    public sealed record LineBegin(int Indent) : ListingPiece;

    public sealed record LineEnd : ListingPiece;
}
