namespace AslTutorial.Web.Persistence;

/// <summary>What a learner typed in a gap or a parameter.</summary>
internal sealed class NotebookValueRecord
{
    public required string LearnerId { get; init; }

    public required string Lesson { get; init; }

    public required string Cell { get; init; }

    public required string Name { get; init; }

    public required string Text { get; set; }
}
