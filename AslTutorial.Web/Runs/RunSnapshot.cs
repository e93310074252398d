using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>Everything a watcher who joins now needs; events sent after it follow on without gap or repeat.</summary>
/// <param name="Batches">Points of the epochs in progress or done since the site started, thinned out: the fine part of the curve.</param>
public sealed record RunSnapshot(RunView Run, IReadOnlyList<BatchProgress> Batches, BatchProgress? LatestBatch);

/// <summary>Dispose to leave.</summary>
public sealed class RunSubscription(RunSnapshot snapshot, Action leave) : IDisposable
{
    public RunSnapshot Snapshot { get; } = snapshot;

    public void Dispose() => leave();
}
