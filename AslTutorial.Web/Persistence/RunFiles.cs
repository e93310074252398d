namespace AslTutorial.Web.Persistence;

/// <summary>The files of the runs: checkpoints and weights.</summary>
internal sealed class RunFiles(StorageFolder folder)
{
    /// <summary>Well above the checkpoint of the largest net: weights and two moments of 0.7 million parameters are 8 MB.</summary>
    public const long MaxCheckpointBytes = 64L << 20;

    public const long MaxWeightsBytes = 32L << 20;

    public bool HasCheckpoint(Guid runId) => File.Exists(Checkpoint(runId)) || File.Exists(PreviousCheckpoint(runId));

    public bool HasWeights(Guid runId) => File.Exists(Weights(runId));

    /// <summary>The latest checkpoint, or the one before it; null when there is none.</summary>
    public Stream? OpenCheckpoint(Guid runId, bool previous)
    {
        // Between the two renames of a write only the previous one is there: then it is the latest.
        var path = previous || !File.Exists(Checkpoint(runId)) ? PreviousCheckpoint(runId) : Checkpoint(runId);
        return SafeFile.Open(path);
    }

    public Stream? OpenWeights(Guid runId) => SafeFile.Open(Weights(runId));

    public Task<bool> WriteCheckpointAsync(Guid runId, Stream content, Func<Task<bool>> commit, CancellationToken cancel) =>
        SafeFile.WriteAsync(Checkpoint(runId), content, MaxCheckpointBytes, commit, PreviousCheckpoint(runId), cancel);

    public Task<bool> WriteWeightsAsync(Guid runId, Stream content, Func<Task<bool>> commit, CancellationToken cancel) =>
        SafeFile.WriteAsync(Weights(runId), content, MaxWeightsBytes, commit, keepPrevious: null, cancel);

    /// <summary>An ended run is not resumed: its checkpoints only take room.</summary>
    public void DeleteCheckpoints(Guid runId)
    {
        foreach (var path in new[] { Checkpoint(runId), PreviousCheckpoint(runId) })
        {
            if (File.Exists(path))
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Everything that is kept of a run.</summary>
    public void Delete(Guid runId)
    {
        var own = Path.Combine(folder.Runs, runId.ToString());
        if (Directory.Exists(own))
        {
            Directory.Delete(own, recursive: true);
        }
    }

    private string Checkpoint(Guid runId) => Path.Combine(folder.Runs, runId.ToString(), "checkpoint");

    private string PreviousCheckpoint(Guid runId) => Path.Combine(folder.Runs, runId.ToString(), "checkpoint.previous");

    private string Weights(Guid runId) => Path.Combine(folder.Runs, runId.ToString(), "weights.safetensors");
}
