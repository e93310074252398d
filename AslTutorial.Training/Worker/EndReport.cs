using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Worker;

/// <summary>The end of a run; its weights go first.</summary>
internal sealed class EndReport(RunLease lease, RunEnd end, ReadOnlyMemory<byte> weights) : Report(lease)
{
    private ReadOnlyMemory<byte> _weights = weights;

    public override async Task<bool> DeliverAsync(SiteConnection site, SiteFiles files, CancellationToken cancel)
    {
        if (!_weights.IsEmpty)
        {
            // Refused where the end was taken already and only its answer was lost: the end's own answer decides.
            await files.PutWeightsAsync(Lease, _weights, cancel);
            _weights = default;
        }

        return await site.CallAsync(nameof(ITrainerHub.ReportEnd), [Lease, end], cancel);
    }
}
