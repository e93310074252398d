namespace AslTutorial.Web.Persistence;

/// <summary>The last run of a cell in a learner's notebook.</summary>
internal sealed class CellRunRecord
{
    public required string LearnerId { get; init; }

    public required string Lesson { get; init; }

    public required string Cell { get; init; }

    /// <summary>The kernel that it ran in; see <see cref="NotebookRecord.Kernel"/>.</summary>
    public int Kernel { get; set; }

    /// <summary>The number in In [n].</summary>
    public int Count { get; set; }

    /// <summary>Identifies the values it ran with: its own and those of the cells before it.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>Identifies the data set it ran on.</summary>
    public required string DataDigest { get; set; }

    /// <summary>Outputs and facts, as JSON.</summary>
    public required byte[] Result { get; set; }

    public double Milliseconds { get; set; }

    public DateTimeOffset EndedAt { get; set; }
}
