namespace AslTutorial.Lessons.Listings;

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
