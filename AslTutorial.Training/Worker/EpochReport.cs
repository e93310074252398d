using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Worker;

/// <summary>An epoch; its checkpoint goes first, so that a run that has shown an epoch can go on after it.</summary>
internal sealed class EpochReport(RunLease lease, EpochResult result, ConfusionMatrix confusion, byte[] checkpoint) : Report(lease)
{
    private byte[] _checkpoint = checkpoint;

    public bool HasCheckpoint => Volatile.Read(ref _checkpoint).Length > 0;

    /// <summary>A later checkpoint waits too: this one would be replaced at once and only takes room.</summary>
    public void DropCheckpoint() => Volatile.Write(ref _checkpoint, []);

    public override async Task<bool> DeliverAsync(SiteConnection site, SiteFiles files, CancellationToken cancel)
    {
        var bytes = Volatile.Read(ref _checkpoint);
        if (bytes.Length > 0)
        {
            if (!await files.PutCheckpointAsync(Lease, bytes, cancel))
            {
                return false;
            }

            DropCheckpoint();
        }

        return await site.CallAsync(nameof(ITrainerHub.ReportEpoch), [Lease, result, confusion], cancel);
    }
}
