using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Worker;

/// <summary>An epoch; its files go first, so that a run that has shown an epoch can go on after it and be looked into.</summary>
internal sealed class EpochReport(RunLease lease, EpochResult result, ConfusionMatrix confusion, EpochFiles content) : Report(lease)
{
    private EpochFiles _files = content;

    public bool HasCheckpoint => !Volatile.Read(ref _files).Checkpoint.IsEmpty;

    public bool HasFiles => Volatile.Read(ref _files) != EpochFiles.None;

    /// <summary>A later checkpoint waits too: this one would be replaced at once and only takes room.</summary>
    public void DropCheckpoint() => Volatile.Write(ref _files, Volatile.Read(ref _files) with { Checkpoint = default });

    /// <summary>Too many wait: this epoch cannot be looked into.</summary>
    public void DropFiles() => Volatile.Write(ref _files, EpochFiles.None);

    public override async Task<bool> DeliverAsync(SiteConnection site, SiteFiles files, CancellationToken cancel)
    {
        var (checkpoint, weights, predictions) = Volatile.Read(ref _files);
        if (!checkpoint.IsEmpty)
        {
            if (!await files.PutCheckpointAsync(Lease, checkpoint, cancel))
            {
                return false;
            }

            DropCheckpoint();
        }

        // The site may refuse these, for want of room: the epoch counts all the same.
        if (!predictions.IsEmpty)
        {
            await files.PutEpochPredictionsAsync(Lease, result.Epoch, predictions, cancel);
        }

        if (!weights.IsEmpty)
        {
            await files.PutEpochWeightsAsync(Lease, result.Epoch, weights, cancel);
        }

        DropFiles();
        return await site.CallAsync(nameof(ITrainerHub.ReportEpoch), [Lease, result, confusion], cancel);
    }
}
