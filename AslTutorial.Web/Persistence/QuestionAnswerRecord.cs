namespace AslTutorial.Web.Persistence;

/// <summary>A learner's first valid answer to a question.</summary>
internal sealed class QuestionAnswerRecord
{
    public required string LearnerId { get; init; }

    public required string Lesson { get; init; }

    public required string Question { get; init; }

    public required string Text { get; init; }

    /// <summary>wrong or correct, as judged at that time.</summary>
    public required string Status { get; init; }

    public DateTimeOffset At { get; init; }
}
