using AslTutorial.Lessons.Exercises.Questions;

namespace AslTutorial.Web.Exercises;

/// <summary>A learner's answer to a question.</summary>
/// <param name="Answer">The answer that stands, or null before there is one.</param>
/// <param name="Verdict">What it came to, and the explanation; of an answer that cannot be read, why.</param>
/// <param name="Right">The right answer in the reader's language, once one of their own stands; else null.</param>
public sealed record QuestionState(string? Answer, QuestionVerdict? Verdict, string? Right = null)
{
    /// <summary>Of a question that nobody has answered.</summary>
    public static QuestionState Unasked { get; } = new(null, null);

    /// <summary>Whether it is answered for good.</summary>
    public bool IsAnswered => Answer is not null;
}
