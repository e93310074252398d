namespace AslTutorial.Web.Persistence;

/// <summary>A learner's notebook of a lesson, as it is stored.</summary>
internal sealed class NotebookRecord
{
    public required string LearnerId { get; init; }

    public required string Lesson { get; init; }

    /// <summary>Raised at each restart of the kernel: what was run in an earlier one counts as not run.</summary>
    public int Kernel { get; set; }

    /// <summary>The n of the last In [n] since the kernel began.</summary>
    public int Count { get; set; }
}
