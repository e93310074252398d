namespace AslTutorial.Web.Persistence;

/// <summary>A stored mark that a learner has read a section.</summary>
internal sealed class SectionRead
{
    public required string LearnerId { get; init; }

    public required string Lesson { get; init; }

    public required string Section { get; init; }

    public DateTimeOffset At { get; init; }
}
