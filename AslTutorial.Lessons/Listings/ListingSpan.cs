namespace AslTutorial.Lessons.Listings;

/// <summary>A piece of a line of code.</summary>
public abstract record ListingSpan
{
    private ListingSpan()
    {
    }

    /// <param name="Characters">As they stand in the code.</param>
    /// <param name="Kind">What they are.</param>
    public sealed record Text(string Characters, TokenKind Kind) : ListingSpan;

    /// <summary>A place that the learner fills in.</summary>
    public sealed record Gap(string Name) : ListingSpan;

    /// <summary>A value that the learner may change.</summary>
    public sealed record Parameter(string Name) : ListingSpan;

    /// <summary>A comment that follows from a run, such as the shape after a layer.</summary>
    /// <param name="Name">The name of the fact.</param>
    /// <param name="Written">What the author wrote, shown until a run says otherwise; its width keeps the columns.</param>
    public sealed record Fact(string Name, string Written) : ListingSpan;
}

/// <summary>What a piece of code is, as far as colours go.</summary>
public enum TokenKind
{
    Plain,
    Keyword,
    Name,
    Function,
    Type,
    Number,
    Text,
    Comment,
    Operator,
}
