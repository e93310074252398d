namespace AslTutorial.Web.Persistence;

/// <summary>A learner's text in a gap or parameter.</summary>
internal sealed class NotebookValueRecord
{
    public required string LearnerId { get; init; }

    public required string Lesson { get; init; }

    public required string Cell { get; init; }

    public required string Name { get; init; }

    public required string Text { get; set; }
}
