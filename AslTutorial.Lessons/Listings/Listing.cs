namespace AslTutorial.Lessons.Listings;

/// <summary>Code, ready to be coloured.</summary>
/// <param name="Lines">Each line's pieces, in order; a line may be empty.</param>
public sealed record Listing(IReadOnlyList<IReadOnlyList<ListingSpan>> Lines)
{
    /// <summary>All pieces of all lines, in order.</summary>
    public IEnumerable<ListingSpan> Spans => Lines.SelectMany(line => line);
}
