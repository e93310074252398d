namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>A run of coloured text, a place to type in, or the beginning or end of a line that has places.</summary>
internal abstract record ListingPiece
{
    private ListingPiece()
    {
    }

    /// <param name="Html">Encoded; of several lines, or within one.</param>
    public sealed record Text(string Html) : ListingPiece;

    /// <param name="Name">The place's.</param>
    /// <param name="IsGap">Whether it is a gap of an exercise rather than a free parameter.</param>
    public sealed record Place(string Name, bool IsGap) : ListingPiece;

    /// <summary>From here to the next <see cref="LineEnd"/> is one line that is wrapped where it is too long.</summary>
    /// <param name="Indent">Its blanks at the beginning.</param>
    public sealed record LineBegin(int Indent) : ListingPiece;

    public sealed record LineEnd : ListingPiece;
}
