using System.Globalization;

namespace AslTutorial.Web.Persistence;

/// <summary>The files of executions, by their ids: checkpoints and weights.</summary>
internal sealed class RunFiles(StorageFolder folder)
{
    /// <summary>Well above the checkpoint of the largest net: weights and two moments of 0.7 million parameters are 8 MB.</summary>
    public const long MaxCheckpointBytes = 64L << 20;

    public const long MaxWeightsBytes = 32L << 20;

    private const string WeightsName = "weights.safetensors";

    public bool HasCheckpoint(Guid runId) => File.Exists(Checkpoint(runId)) || File.Exists(PreviousCheckpoint(runId));

    public bool HasWeights(Guid runId) => File.Exists(Weights(runId));

    /// <summary>Keeps the weights of an epoch for a run that leaves its execution then. False where they are not there.</summary>
    public bool KeepWeights(Guid executionId, int epoch, Guid runId)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(LeftWeights(executionId, runId))!);
            File.Copy(Path.Combine(Folder(executionId), "epochs", epoch.ToString(CultureInfo.InvariantCulture), WeightsName), LeftWeights(executionId, runId), overwrite: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>What a run needs that goes on from another's checkpoint.</summary>
    public void CopyCheckpoints(Guid from, Guid to)
    {
        foreach (var (source, target) in new[] { (Checkpoint(from), Checkpoint(to)), (PreviousCheckpoint(from), PreviousCheckpoint(to)) })
        {
            if (File.Exists(source))
            {
                Directory.CreateDirectory(Folder(to));
                File.Copy(source, target, overwrite: true);
            }
        }
    }

    /// <summary>The latest checkpoint, or the one before it; null when there is none.</summary>
    public Stream? OpenCheckpoint(Guid runId, bool previous)
    {
        // Between the two renames of a write only the previous one is there: then it is the latest.
        var path = previous || !File.Exists(Checkpoint(runId)) ? PreviousCheckpoint(runId) : Checkpoint(runId);
        return SafeFile.Open(path);
    }

    /// <summary>Of a run that left its execution early the weights that it had then.</summary>
    public Stream? OpenWeights(Guid executionId, Guid runId) => SafeFile.Open(LeftWeights(executionId, runId)) ?? SafeFile.Open(Weights(executionId));

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

    /// <summary>What is kept for a run alone, of an execution that others show.</summary>
    public void DeleteLeft(Guid executionId, Guid runId)
    {
        if (File.Exists(LeftWeights(executionId, runId)))
        {
            File.Delete(LeftWeights(executionId, runId));
        }
    }

    /// <summary>Everything that is kept of an execution.</summary>
    public void Delete(Guid runId)
    {
        var own = Folder(runId);
        if (Directory.Exists(own))
        {
            Directory.Delete(own, recursive: true);
        }
    }

    private string Folder(Guid runId) => Path.Combine(folder.Runs, runId.ToString());

    private string Checkpoint(Guid runId) => Path.Combine(Folder(runId), "checkpoint");

    private string PreviousCheckpoint(Guid runId) => Path.Combine(Folder(runId), "checkpoint.previous");

    private string Weights(Guid runId) => Path.Combine(Folder(runId), WeightsName);

    private string LeftWeights(Guid executionId, Guid runId) => Path.Combine(Folder(executionId), "left", $"{runId}.safetensors");
}
