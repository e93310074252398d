namespace AslTutorial.Lessons.Answers;

/// <summary>What a gap takes. Checked before anything is parsed, so that no text can cost more.</summary>
public static class AnswerLimits
{
    /// <summary>Characters, blanks at both ends not counted.</summary>
    public const int MaxLength = 200;

    /// <summary>Parentheses within parentheses.</summary>
    public const int MaxDepth = 20;
}
