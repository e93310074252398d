namespace AslTutorial.Web.Persistence;

/// <summary>A learner for whom data may be stored.</summary>
internal sealed class LearnerRecord
{
    public required string Id { get; init; }

    public DateTimeOffset FirstSeen { get; init; }

    /// <summary>Exact to the hour only.</summary>
    public DateTimeOffset LastSeen { get; init; }
}
