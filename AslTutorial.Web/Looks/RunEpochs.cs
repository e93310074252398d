using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Looks;

/// <summary>A run's epochs among the files, which are those of executions.</summary>
internal static class RunEpochs
{
    /// <summary>The execution whose files have the epoch.</summary>
    public static Guid FolderOf(this RunView run, int epoch) => run.TrunkId is { } trunk && epoch < run.TrunkEpochs ? trunk : run.ExecutionId;

    /// <summary>The epochs whose weights are there, in order; <see cref="EpochNumber.Untrained"/> first. Its execution may be further than it shows.</summary>
    public static IReadOnlyList<int> List(this KeptEpochs kept, RunView run)
    {
        var all = kept.List(run.ExecutionId).Where(epoch => run.FolderOf(epoch) == run.ExecutionId);
        if (run.TrunkId is { } trunk)
        {
            all = kept.List(trunk).Where(epoch => epoch < run.TrunkEpochs).Concat(all);
        }

        return run.State == RunState.Cancelled || run.Replay is { IsOver: false } ? [.. all.Where(epoch => epoch < run.Epochs.Count)] : [.. all];
    }

    public static Stream? OpenWeights(this KeptEpochs kept, RunView run, int epoch) => kept.OpenWeights(run.FolderOf(epoch), epoch);

    public static ImagePredictions? Predictions(this KeptEpochs kept, RunView run, int epoch) => kept.Predictions(run.FolderOf(epoch), epoch);
}
