namespace AslTutorial.Web.Persistence;

/// <summary>An attempt at an exercise: answers that were checked.</summary>
internal sealed class AttemptRecord
{
    /// <summary>Later attempts have greater ones.</summary>
    public long Id { get; init; }

    public required string LearnerId { get; init; }

    public required string Lesson { get; init; }

    public required string Exercise { get; init; }

    /// <summary>The texts in the gaps, as JSON.</summary>
    public required string Answers { get; init; }

    /// <summary>invalid, wrong or correct, as judged at that time.</summary>
    public required string Status { get; set; }

    /// <summary>The known mistake that was recognised.</summary>
    public string? Mistake { get; set; }

    /// <summary>The result of executing the answers, as JSON; null until then.</summary>
    public byte[]? Outcome { get; set; }

    /// <summary>The effect of the mistake, as JSON, if the learner asked for it.</summary>
    public byte[]? Consequence { get; set; }

    /// <summary>When it was last checked.</summary>
    public DateTimeOffset At { get; set; }
}
