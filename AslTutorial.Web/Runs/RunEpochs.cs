using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Runs;

/// <summary>Finds the files of a run's epochs, which are stored by execution.</summary>
internal static class RunEpochs
{
    /// <summary>The execution whose folder has the epoch: a forked run's first epochs are in its trunk's.</summary>
    public static Guid FolderOf(this RunView run, int epoch) => run.TrunkId is { } trunk && epoch < run.TrunkEpochs ? trunk : run.ExecutionId;

    /// <summary>The epochs with weights that the run shows, in order; <see cref="EpochNumber.Untrained"/> first.</summary>
    public static async Task<IReadOnlyList<int>> ListAsync(this KeptEpochs kept, RunView run, CancellationToken cancel)
    {
        var all = (await kept.ListAsync(run.ExecutionId, cancel)).Where(epoch => run.FolderOf(epoch) == run.ExecutionId);
        if (run.TrunkId is { } trunk)
        {
            all = (await kept.ListAsync(trunk, cancel)).Where(epoch => epoch < run.TrunkEpochs).Concat(all);
        }

        return run.State == RunState.Cancelled || run.Replay is { IsOver: false } ? [.. all.Where(epoch => epoch < run.Epochs.Count)] : [.. all];
    }

    public static Task<Stream?> OpenWeightsAsync(this KeptEpochs kept, RunView run, int epoch, CancellationToken cancel) =>
        kept.OpenWeightsAsync(run.FolderOf(epoch), epoch, cancel);

    public static Task<ImagePredictions?> PredictionsAsync(this KeptEpochs kept, RunView run, int epoch, CancellationToken cancel) =>
        kept.PredictionsAsync(run.FolderOf(epoch), epoch, cancel);
}
