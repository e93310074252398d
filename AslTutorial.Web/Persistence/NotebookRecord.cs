namespace AslTutorial.Web.Persistence;

/// <summary>A learner's stored notebook of a lesson.</summary>
internal sealed class NotebookRecord
{
    public required string LearnerId { get; init; }

    public required string Lesson { get; init; }

    /// <summary>Incremented at each restart of the kernel: cells run in an earlier one count as not run.</summary>
    public int Kernel { get; set; }

    /// <summary>The number of the last In [n] since the kernel started.</summary>
    public int Count { get; set; }
}
