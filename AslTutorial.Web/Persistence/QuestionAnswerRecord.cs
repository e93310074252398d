namespace AslTutorial.Web.Persistence;

/// <summary>A learner's answer to a question: the first that could be read.</summary>
internal sealed class QuestionAnswerRecord
{
    public required string LearnerId { get; init; }

    public required string Lesson { get; init; }

    public required string Question { get; init; }

    public required string Text { get; init; }

    /// <summary>wrong or correct, as judged then.</summary>
    public required string Status { get; init; }

    public DateTimeOffset At { get; init; }
}
