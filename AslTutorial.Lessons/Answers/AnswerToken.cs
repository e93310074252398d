namespace AslTutorial.Lessons.Answers;

/// <summary>The parts of a gap's text.</summary>
internal enum AnswerToken
{
    Number,
    Text,
    Name,
    Plus,
    Minus,
    Star,
    FloorDivide,
    LeftParenthesis,
    RightParenthesis,
    Comma,
    Equal,

    /// <summary>A quote without its partner, and all that follows it.</summary>
    UnclosedText,

    /// <summary>A character that no answer has.</summary>
    Other,
}
