using AslTutorial.Lessons.Exercises.Questions;

namespace AslTutorial.Web.Exercises;

/// <summary>A learner's answer to a question.</summary>
/// <param name="Answer">The answer that counts; null if there is none yet.</param>
/// <param name="Verdict">Verdict and explanation; for an invalid answer, the reason.</param>
/// <param name="Right">The right answer in the reader's language, once the learner's own counts; else null.</param>
public sealed record QuestionState(string? Answer, QuestionVerdict? Verdict, string? Right = null)
{
    /// <summary>For a question that nobody has answered.</summary>
    public static QuestionState Unasked { get; } = new(null, null);

    /// <summary>Whether an answer counts, which is final.</summary>
    public bool IsAnswered => Answer is not null;
}
