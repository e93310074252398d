using System.Collections.Concurrent;
using System.Globalization;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Runs;

/// <summary>The stored weights and predictions of each epoch, in an execution's folder under epochs/N.</summary>
internal sealed class KeptEpochs(IRunStore store, TimeProvider time)
{
    public const long MaxWeightsBytes = RunFiles.MaxWeightsBytes;

    /// <summary>Enough for a million images: a header and 16 bytes an image.</summary>
    public const long MaxPredictionsBytes = 17L << 20;

    private const string Folder = "epochs";
    private const string PredictionsName = "predictions.safetensors";
    private const int PredictionsCached = 16;

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _looked = new();
    private readonly ConcurrentDictionary<(Guid, int, long), ImagePredictions> _predictions = new();

    /// <summary>New weights of this execution were written.</summary>
    public event Action<Guid>? Grown;

    public Task<bool> WriteWeightsAsync(Guid runId, int epoch, Stream content, Func<Task<bool>> commit, CancellationToken cancel) =>
        WriteAsync(RunFiles.EpochWeights(runId, epoch), content, MaxWeightsBytes, commit, cancel);

    public Task<bool> WritePredictionsAsync(Guid runId, int epoch, Stream content, Func<Task<bool>> commit, CancellationToken cancel) =>
        WriteAsync(PredictionsOf(runId, epoch), content, MaxPredictionsBytes, commit, cancel);

    public Task<Stream?> OpenWeightsAsync(Guid runId, int epoch, CancellationToken cancel) => store.OpenAsync(RunFiles.EpochWeights(runId, epoch), cancel);

    /// <summary>The epochs with stored weights, in order; <see cref="EpochNumber.Untrained"/> comes first.</summary>
    public async Task<IReadOnlyList<int>> ListAsync(Guid runId, CancellationToken cancel)
    {
        var names = await store.ListAsync(runId, Folder, cancel);
        return [.. names.Select(NumberOf).OfType<int>().Where(epoch => names.Contains(RunFiles.EpochWeights(runId, epoch).Name)).Distinct().Order()];
    }

    /// <summary>A number that changes with the stored weights; null if there are none.</summary>
    public Task<long?> VersionOfAsync(Guid runId, int epoch, CancellationToken cancel) => store.VersionAsync(RunFiles.EpochWeights(runId, epoch), cancel);

    /// <summary>The net's output for every image after an epoch; null if not kept or unreadable.</summary>
    public async Task<ImagePredictions?> PredictionsAsync(Guid runId, int epoch, CancellationToken cancel)
    {
        if (await store.VersionAsync(PredictionsOf(runId, epoch), cancel) is not { } version)
        {
            return null;
        }

        var key = (runId, epoch, version);
        if (_predictions.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_predictions.Count >= PredictionsCached)
        {
            _predictions.Clear();
        }

        if (await store.OpenAsync(PredictionsOf(runId, epoch), cancel) is not { } stream)
        {
            return null;
        }

        await using (stream)
        {
            using var bytes = new MemoryStream((int)stream.Length);
            await stream.CopyToAsync(bytes, cancel);
            try
            {
                return _predictions[key] = ImagePredictions.Read(bytes.ToArray());
            }
            catch (SafeTensorsException)
            {
                return null;
            }
        }
    }

    /// <summary>Marks the run as in use, so that its epochs are thinned out last.</summary>
    public Task TouchAsync(Guid runId, CancellationToken cancel)
    {
        _looked[runId] = time.GetUtcNow();
        return store.UseAsync(runId, Folder, cancel);
    }

    /// <summary>When a run's epochs were last looked at or written to.</summary>
    public DateTimeOffset LastUse(RunFolder epochs) =>
        _looked.TryGetValue(epochs.ExecutionId, out var looked) && looked > epochs.UsedAt ? looked : epochs.UsedAt;

    /// <summary>The folder of each execution that has kept epochs.</summary>
    public Task<IReadOnlyList<RunFolder>> MeasureAsync(CancellationToken cancel) => store.MeasureAsync(Folder, cancel);

    /// <summary>In bytes.</summary>
    public async Task<long> SizeOfAsync(Guid runId, CancellationToken cancel) => (await store.MeasureAsync(runId, Folder, cancel))?.Bytes ?? 0;

    public Task DeleteAsync(Guid runId, int epoch, CancellationToken cancel) =>
        store.DeleteAsync(runId, string.Create(CultureInfo.InvariantCulture, $"{Folder}/{epoch}"), cancel);

    public Task DeleteAllAsync(Guid runId, CancellationToken cancel) => store.DeleteAsync(runId, Folder, cancel);

    private async Task<bool> WriteAsync(RunFile file, Stream content, long most, Func<Task<bool>> commit, CancellationToken cancel)
    {
        var written = await store.WriteAsync(file, content, most, commit, keepPrevious: null, cancel);
        Grown?.Invoke(file.ExecutionId);
        return written;
    }

    private static int? NumberOf(string name) =>
        int.TryParse(name.Split('/')[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static RunFile PredictionsOf(Guid runId, int epoch) =>
        new(runId, string.Create(CultureInfo.InvariantCulture, $"{Folder}/{epoch}/{PredictionsName}"));
}
