namespace AslTutorial.Lessons.Answers;

/// <summary>A value as written, with its keyword if it has one.</summary>
/// <param name="IsCSharp">Whether a colon follows the keyword, as in C#.</param>
internal sealed record AnswerPart(string? Keyword, AnswerExpression Value, int Position, bool IsCSharp = false);
