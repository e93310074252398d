namespace AslTutorial.Lessons.Answers;

/// <summary>The parts of a gap's text.</summary>
internal enum AnswerToken
{
    Number,

    /// <summary>A string literal, its prefix included.</summary>
    Text,
    Name,
    Plus,
    Minus,
    Star,
    Divide,
    FloorDivide,
    LeftParenthesis,
    RightParenthesis,
    Comma,
    Equal,

    /// <summary>What C# writes after the name of an argument.</summary>
    Colon,

    /// <summary>A quote without its partner, and all that follows it.</summary>
    UnclosedText,

    /// <summary>An operator or a bracket of Python that no answer needs.</summary>
    Operator,

    /// <summary>A character that no answer has.</summary>
    Other,
}
