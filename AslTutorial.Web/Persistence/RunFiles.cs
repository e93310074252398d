using System.Globalization;

namespace AslTutorial.Web.Persistence;

/// <summary>The checkpoints and weights of executions.</summary>
internal sealed class RunFiles(IRunStore store)
{
    /// <summary>Well above the largest checkpoint: 8 MB for the weights and two moments of 0.7 million parameters.</summary>
    public const long MaxCheckpointBytes = 64L << 20;

    public const long MaxWeightsBytes = 32L << 20;

    private const string WeightsName = "weights.safetensors";
    private const string CheckpointName = "checkpoint";
    private const string PreviousName = "checkpoint.previous";

    public static RunFile EpochWeights(Guid executionId, int epoch) =>
        new(executionId, string.Create(CultureInfo.InvariantCulture, $"epochs/{epoch}/{WeightsName}"));

    public async Task<bool> HasCheckpointAsync(Guid runId, CancellationToken cancel) =>
        await store.VersionAsync(new(runId, CheckpointName), cancel) is not null || await store.VersionAsync(new(runId, PreviousName), cancel) is not null;

    public async Task<bool> HasWeightsAsync(Guid runId, CancellationToken cancel) => await store.VersionAsync(new(runId, WeightsName), cancel) is not null;

    /// <summary>Keeps an epoch's weights for a run that leaves its execution. False if they do not exist or cannot be copied.</summary>
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

    /// <summary>For a forked run, which continues from the checkpoint of its old execution.</summary>
    public async Task CopyCheckpointsAsync(Guid from, Guid to, CancellationToken cancel)
    {
        await store.CopyAsync(new(from, CheckpointName), new(to, CheckpointName), cancel);
        await store.CopyAsync(new(from, PreviousName), new(to, PreviousName), cancel);
    }

    /// <summary>The latest checkpoint, or the one before it; null if there is none.</summary>
    public async Task<Stream?> OpenCheckpointAsync(Guid runId, bool previous, CancellationToken cancel)
    {
        // Between the two renames of a write only the previous one exists: then it is the latest.
        var latest = previous ? null : await store.OpenAsync(new(runId, CheckpointName), cancel);
        return latest ?? await store.OpenAsync(new(runId, PreviousName), cancel);
    }

    /// <summary>The execution's weights; for a run that left it early, those of that time.</summary>
    public async Task<Stream?> OpenWeightsAsync(Guid executionId, Guid runId, CancellationToken cancel) =>
        await store.OpenAsync(LeftWeights(executionId, runId), cancel) ?? await store.OpenAsync(new(executionId, WeightsName), cancel);

    public Task<bool> WriteCheckpointAsync(Guid runId, Stream content, Func<Task<bool>> commit, CancellationToken cancel) =>
        store.WriteAsync(new(runId, CheckpointName), content, MaxCheckpointBytes, commit, PreviousName, cancel);

    public Task<bool> WriteWeightsAsync(Guid runId, Stream content, Func<Task<bool>> commit, CancellationToken cancel) =>
        store.WriteAsync(new(runId, WeightsName), content, MaxWeightsBytes, commit, keepPrevious: null, cancel);

    /// <summary>For an ended run: it is never resumed, so its checkpoints only take up space.</summary>
    public async Task DeleteCheckpointsAsync(Guid runId, CancellationToken cancel)
    {
        await store.DeleteAsync(runId, CheckpointName, cancel);
        await store.DeleteAsync(runId, PreviousName, cancel);
    }

    /// <summary>Deletes the files kept for one run alone of an execution that other runs still show.</summary>
    public Task DeleteLeftAsync(Guid executionId, Guid runId, CancellationToken cancel) => store.DeleteAsync(executionId, LeftWeights(executionId, runId).Name, cancel);

    /// <summary>Deletes all files of an execution.</summary>
    public Task DeleteAsync(Guid runId, CancellationToken cancel) => store.DeleteAsync(runId, name: null, cancel);

    private static RunFile LeftWeights(Guid executionId, Guid runId) => new(executionId, $"left/{runId}.safetensors");
}
