namespace AslTutorial.Lessons.Listings;

/// <summary>A piece of code found by a lexer.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where the next one begins.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind);
