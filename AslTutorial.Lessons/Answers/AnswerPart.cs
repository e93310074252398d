namespace AslTutorial.Lessons.Answers;

/// <summary>A value as written, with its keyword if it has one.</summary>
internal sealed record AnswerPart(string? Keyword, AnswerExpression Value, int Position);
