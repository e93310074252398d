using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;

namespace AslTutorial.Training.Worker;

/// <summary>The weights that a run begins with.</summary>
internal sealed class StartReport(RunLease lease, ReadOnlyMemory<byte> weights) : Report(lease)
{
    public override async Task<bool> DeliverAsync(SiteConnection site, SiteFiles files, CancellationToken cancel)
    {
        // Refused: the first epoch's report will learn that the run is not this worker's any more.
        await files.PutEpochWeightsAsync(Lease, EpochNumber.Untrained, weights, cancel);
        return true;
    }
}
