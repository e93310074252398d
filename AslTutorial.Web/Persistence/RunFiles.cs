using System.Globalization;

namespace AslTutorial.Web.Persistence;

/// <summary>The files of executions, by their ids: checkpoints and weights.</summary>
internal sealed class RunFiles(IRunStore store)
{
    /// <summary>Well above the checkpoint of the largest net: weights and two moments of 0.7 million parameters are 8 MB.</summary>
    public const long MaxCheckpointBytes = 64L << 20;

    public const long MaxWeightsBytes = 32L << 20;

    private const string WeightsName = "weights.safetensors";
    private const string CheckpointName = "checkpoint";
    private const string PreviousName = "checkpoint.previous";

    /// <summary>The weights of an epoch.</summary>
    public static RunFile EpochWeights(Guid executionId, int epoch) =>
        new(executionId, string.Create(CultureInfo.InvariantCulture, $"epochs/{epoch}/{WeightsName}"));

    public async Task<bool> HasCheckpointAsync(Guid runId, CancellationToken cancel) =>
        await store.VersionAsync(new(runId, CheckpointName), cancel) is not null || await store.VersionAsync(new(runId, PreviousName), cancel) is not null;

    public async Task<bool> HasWeightsAsync(Guid runId, CancellationToken cancel) => await store.VersionAsync(new(runId, WeightsName), cancel) is not null;

    /// <summary>Keeps the weights of an epoch for a run that leaves its execution then. False where they are not there, or cannot be copied.</summary>
    public async Task<bool> KeepWeightsAsync(Guid executionId, int epoch, Guid runId, CancellationToken cancel)
    {
        try
        {
            return await store.CopyAsync(EpochWeights(executionId, epoch), LeftWeights(executionId, runId), cancel);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>What a run needs that goes on from another's checkpoint.</summary>
    public async Task CopyCheckpointsAsync(Guid from, Guid to, CancellationToken cancel)
    {
        await store.CopyAsync(new(from, CheckpointName), new(to, CheckpointName), cancel);
        await store.CopyAsync(new(from, PreviousName), new(to, PreviousName), cancel);
    }

    /// <summary>The latest checkpoint, or the one before it; null when there is none.</summary>
    public async Task<Stream?> OpenCheckpointAsync(Guid runId, bool previous, CancellationToken cancel)
    {
        // Between the two renames of a write only the previous one is there: then it is the latest.
        var latest = previous ? null : await store.OpenAsync(new(runId, CheckpointName), cancel);
        return latest ?? await store.OpenAsync(new(runId, PreviousName), cancel);
    }

    /// <summary>Of a run that left its execution early the weights that it had then.</summary>
    public async Task<Stream?> OpenWeightsAsync(Guid executionId, Guid runId, CancellationToken cancel) =>
        await store.OpenAsync(LeftWeights(executionId, runId), cancel) ?? await store.OpenAsync(new(executionId, WeightsName), cancel);

    public Task<bool> WriteCheckpointAsync(Guid runId, Stream content, Func<Task<bool>> commit, CancellationToken cancel) =>
        store.WriteAsync(new(runId, CheckpointName), content, MaxCheckpointBytes, commit, PreviousName, cancel);

    public Task<bool> WriteWeightsAsync(Guid runId, Stream content, Func<Task<bool>> commit, CancellationToken cancel) =>
        store.WriteAsync(new(runId, WeightsName), content, MaxWeightsBytes, commit, keepPrevious: null, cancel);

    /// <summary>An ended run is not resumed: its checkpoints only take room.</summary>
    public async Task DeleteCheckpointsAsync(Guid runId, CancellationToken cancel)
    {
        await store.DeleteAsync(runId, CheckpointName, cancel);
        await store.DeleteAsync(runId, PreviousName, cancel);
    }

    /// <summary>What is kept for a run alone, of an execution that others show.</summary>
    public Task DeleteLeftAsync(Guid executionId, Guid runId, CancellationToken cancel) => store.DeleteAsync(executionId, LeftWeights(executionId, runId).Name, cancel);

    /// <summary>Everything that is kept of an execution.</summary>
    public Task DeleteAsync(Guid runId, CancellationToken cancel) => store.DeleteAsync(runId, name: null, cancel);

    private static RunFile LeftWeights(Guid executionId, Guid runId) => new(executionId, $"left/{runId}.safetensors");
}
