namespace AslTutorial.Web.Persistence;

/// <summary>Answers to an exercise that were checked.</summary>
internal sealed class AttemptRecord
{
    /// <summary>Later attempts have greater ones.</summary>
    public long Id { get; init; }

    public required string LearnerId { get; init; }

    public required string Lesson { get; init; }

    public required string Exercise { get; init; }

    /// <summary>What stood in the gaps, as JSON.</summary>
    public required string Answers { get; init; }

    /// <summary>invalid, wrong or correct, as judged then.</summary>
    public required string Status { get; set; }

    /// <summary>The known mistake that it was.</summary>
    public string? Mistake { get; set; }

    /// <summary>What executing it led to, as JSON; null until then.</summary>
    public byte[]? Outcome { get; set; }

    /// <summary>Its damage, as JSON, if that was asked for.</summary>
    public byte[]? Consequence { get; set; }

    /// <summary>When it was checked last.</summary>
    public DateTimeOffset At { get; set; }
}
