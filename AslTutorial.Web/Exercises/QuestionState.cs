using AslTutorial.Lessons.Exercises.Questions;

namespace AslTutorial.Web.Exercises;

/// <summary>A learner's answer to a question.</summary>
/// <param name="Answer">The answer that stands, or null before there is one.</param>
/// <param name="Verdict">What it came to, and the explanation; of an answer that cannot be read, why.</param>
/// <param name="CanCheck">Whether it may be checked at once: no run is to answer it, or that run has been already.</param>
public sealed record QuestionState(string? Answer, QuestionVerdict? Verdict, bool CanCheck)
{
    /// <summary>Whether it is answered for good.</summary>
    public bool IsAnswered => Answer is not null;
}
