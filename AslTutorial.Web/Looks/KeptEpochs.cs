using System.Collections.Concurrent;
using System.Globalization;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Looks;

/// <summary>The weights and the predictions of runs' epochs, as files: runs/ID/epochs/N/weights and predictions.</summary>
internal sealed class KeptEpochs(StorageFolder folder, TimeProvider time)
{
    public const long MaxWeightsBytes = RunFiles.MaxWeightsBytes;

    /// <summary>16 bytes an image, and a header: a million images.</summary>
    public const long MaxPredictionsBytes = 17L << 20;

    private const string WeightsName = "weights.safetensors";
    private const string PredictionsName = "predictions.safetensors";
    private const int PredictionsCached = 16;

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _looked = new();
    private readonly ConcurrentDictionary<(Guid, int, long), ImagePredictions> _predictions = new();

    /// <summary>Something of a run was written.</summary>
    public event Action<Guid>? Grown;

    public async Task<bool> WriteWeightsAsync(Guid runId, int epoch, Stream content, Func<Task<bool>> commit, CancellationToken cancel)
    {
        var written = await SafeFile.WriteAsync(Path.Combine(FolderOf(runId, epoch), WeightsName), content, MaxWeightsBytes, commit, keepPrevious: null, cancel);
        Grown?.Invoke(runId);
        return written;
    }

    public Task<bool> WritePredictionsAsync(Guid runId, int epoch, Stream content, Func<Task<bool>> commit, CancellationToken cancel) =>
        SafeFile.WriteAsync(Path.Combine(FolderOf(runId, epoch), PredictionsName), content, MaxPredictionsBytes, commit, keepPrevious: null, cancel);

    public Stream? OpenWeights(Guid runId, int epoch) => SafeFile.Open(Path.Combine(FolderOf(runId, epoch), WeightsName));

    /// <summary>The epochs whose weights are there, in order; <see cref="EpochNumber.Untrained"/> first.</summary>
    public IReadOnlyList<int> List(Guid runId)
    {
        var all = new DirectoryInfo(EpochsOf(runId));
        return all.Exists
            ? [.. all.EnumerateDirectories().Where(one => File.Exists(Path.Combine(one.FullName, WeightsName))).Select(NumberOf).OfType<int>().Order()]
            : [];
    }

    /// <summary>Another number for other weights; null where none are there.</summary>
    public long? VersionOf(Guid runId, int epoch)
    {
        var file = new FileInfo(Path.Combine(FolderOf(runId, epoch), WeightsName));
        return file.Exists ? file.LastWriteTimeUtc.Ticks : null;
    }

    /// <summary>What the net said of every image after an epoch; null where it is not kept, or cannot be read.</summary>
    public ImagePredictions? Predictions(Guid runId, int epoch)
    {
        var file = new FileInfo(Path.Combine(FolderOf(runId, epoch), PredictionsName));
        if (!file.Exists)
        {
            return null;
        }

        var key = (runId, epoch, file.LastWriteTimeUtc.Ticks);
        if (_predictions.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_predictions.Count >= PredictionsCached)
        {
            _predictions.Clear();
        }

        try
        {
            return _predictions[key] = ImagePredictions.Read(File.ReadAllBytes(file.FullName));
        }
        catch (Exception e) when (e is SafeTensorsException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Somebody looks at the run: its epochs go last.</summary>
    public void Touch(Guid runId) => _looked[runId] = time.GetUtcNow();

    /// <summary>When the run was last looked at or written to.</summary>
    public DateTimeOffset LastUse(Guid runId) =>
        _looked.TryGetValue(runId, out var looked) ? looked : new DirectoryInfo(EpochsOf(runId)).LastWriteTimeUtc;

    /// <summary>The runs of which anything is kept.</summary>
    public IReadOnlyList<Guid> Runs() => Directory.Exists(folder.Runs)
        ? [.. Directory.EnumerateDirectories(folder.Runs).Select(run => Guid.TryParse(Path.GetFileName(run), out var id) && Directory.Exists(EpochsOf(id)) ? id : Guid.Empty).Where(id => id != Guid.Empty)]
        : [];

    /// <summary>Bytes that a run's epochs take.</summary>
    public long SizeOf(Guid runId)
    {
        var all = new DirectoryInfo(EpochsOf(runId));
        return all.Exists ? all.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) : 0;
    }

    public void Delete(Guid runId, int epoch)
    {
        try
        {
            Directory.Delete(FolderOf(runId, epoch), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone already.
        }
    }

    public void DeleteAll(Guid runId)
    {
        foreach (var epoch in List(runId))
        {
            Delete(runId, epoch);
        }

        if (Directory.Exists(EpochsOf(runId)))
        {
            Directory.Delete(EpochsOf(runId), recursive: true);
        }
    }

    private static int? NumberOf(DirectoryInfo epoch) =>
        int.TryParse(epoch.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string EpochsOf(Guid runId) => Path.Combine(folder.Runs, runId.ToString(), "epochs");

    private string FolderOf(Guid runId, int epoch) => Path.Combine(EpochsOf(runId), epoch.ToString(CultureInfo.InvariantCulture));
}
