namespace AslTutorial.Lessons.Listings;

/// <summary>Code, ready to be coloured.</summary>
/// <param name="Lines">Each line's pieces, in order; a line may be empty.</param>
public sealed record Listing(IReadOnlyList<IReadOnlyList<ListingSpan>> Lines)
{
    /// <summary>All pieces of all lines, in order.</summary>
    public IEnumerable<ListingSpan> Spans => Lines.SelectMany(line => line);

    /// <summary>Whether a word stands in the code as a name, outside comments and strings.</summary>
    public bool Mentions(string word) => Spans.OfType<ListingSpan.Text>()
        .Any(text => text.Kind is not (TokenKind.Comment or TokenKind.Text) && text.Characters.Trim() == word);
}
