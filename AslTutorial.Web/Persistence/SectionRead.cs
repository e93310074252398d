namespace AslTutorial.Web.Persistence;

/// <summary>A section that a learner has read, as it is stored.</summary>
internal sealed class SectionRead
{
    public required string LearnerId { get; init; }

    public required string Lesson { get; init; }

    public required string Section { get; init; }

    public DateTimeOffset At { get; init; }
}
