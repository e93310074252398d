using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>The state a new watcher needs; later events follow without gap or repeat.</summary>
/// <param name="Batches">Per-batch points since the site started, thinned out.</param>
public sealed record RunSnapshot(RunView Run, IReadOnlyList<BatchProgress> Batches, BatchProgress? LatestBatch);

/// <summary>Dispose to leave.</summary>
public sealed class RunSubscription(RunSnapshot snapshot, Action leave) : IDisposable
{
    public RunSnapshot Snapshot { get; } = snapshot;

    public void Dispose() => leave();
}
