using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Service;

/// <summary>Something the site has to hear of, kept until it has answered.</summary>
internal abstract class Report(RunLease lease)
{
    public RunLease Lease { get; } = lease;

    /// <summary>False: the lease is refused. An exception: try again.</summary>
    public abstract Task<bool> DeliverAsync(SiteConnection site, SiteFiles files, CancellationToken cancel);
}

/// <summary>The weights that a run begins with.</summary>
internal sealed class StartReport(RunLease lease, ReadOnlyMemory<byte> weights) : Report(lease)
{
    public override async Task<bool> DeliverAsync(SiteConnection site, SiteFiles files, CancellationToken cancel)
    {
        // If refused, the first epoch's report finds out that the run has been given to another trainer.
        await files.PutEpochWeightsAsync(Lease, EpochNumber.Untrained, weights, cancel);
        return true;
    }
}

/// <summary>The end of a run; its weights go first.</summary>
internal sealed class EndReport(RunLease lease, RunEnd end, ReadOnlyMemory<byte> weights) : Report(lease)
{
    private ReadOnlyMemory<byte> _weights = weights;

    public override async Task<bool> DeliverAsync(SiteConnection site, SiteFiles files, CancellationToken cancel)
    {
        if (!_weights.IsEmpty)
        {
            // May be refused because the end had been accepted and only the reply was lost; the reply to the end decides.
            await files.PutWeightsAsync(Lease, _weights, cancel);
            _weights = default;
        }

        return await site.CallAsync(nameof(ITrainerHub.ReportEnd), [Lease, end], cancel);
    }
}

/// <summary>What became of an order that a run was steered with.</summary>
internal sealed class SteerReport(RunLease lease, SteeredRun steered) : Report(lease)
{
    public override Task<bool> DeliverAsync(SiteConnection site, SiteFiles files, CancellationToken cancel) =>
        site.CallAsync(nameof(ITrainerHub.ReportSteered), [Lease, steered], cancel);
}

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

        // The site may refuse the weights for lack of room; the epoch counts all the same.
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
