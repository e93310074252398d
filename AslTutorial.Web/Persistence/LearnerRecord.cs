namespace AslTutorial.Web.Persistence;

/// <summary>A learner of whom something may be kept.</summary>
internal sealed class LearnerRecord
{
    public required string Id { get; init; }

    public DateTimeOffset FirstSeen { get; init; }

    /// <summary>To the hour.</summary>
    public DateTimeOffset LastSeen { get; init; }
}
