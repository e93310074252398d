namespace AslTutorial.Training.Loop;

/// <summary>How a set is cut into batches: the last one is smaller if it has to be, and it is kept.</summary>
internal sealed record BatchPlan(int Images, int BatchSize)
{
    public int Batches => (Images + BatchSize - 1) / BatchSize;

    /// <summary>Images in all batches before this one.</summary>
    public int Start(int batch) => batch * BatchSize;

    /// <summary>Images in this batch and all before it.</summary>
    public int End(int batch) => Math.Min(Images, (batch + 1) * BatchSize);
}
