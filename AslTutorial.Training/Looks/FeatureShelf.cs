using AslTutorial.Training.Data;

namespace AslTutorial.Training.Looks;

/// <summary>Computes the features of the training images in the background, one net after another, and keeps the last few.</summary>
internal sealed class FeatureShelf : IDisposable
{
    private const double AlmostDone = 0.99;

    /// <summary>28 MB each.</summary>
    private const int Kept = 4;

    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>The features of a net, or the share of their computation that is done; it begins when they are first asked for.</summary>
    /// <param name="key">Of the net's weights.</param>
    /// <param name="weights">The net's file.</param>
    public (FeatureSet? Features, double Done) Find((Guid, int, long) key, ReadOnlyMemory<byte> weights, ImageSet train)
    {
        Entry entry;
        lock (_lock)
        {
            entry = _entries.Find(known => known.Key == key) ?? new Entry(key);
            _entries.Remove(entry);
            _entries.Insert(0, entry);
            entry.Work ??= Task.Run(() => ComputeAsync(entry, weights, train));
            Drop();
            var features = entry.Features;
            // All of them are computed a moment before they are there.
            return entry.Work.IsFaulted ? Again(entry) : (features, features is null ? Math.Min(entry.Done, AlmostDone) : 1);
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        lock (_lock)
        {
            _entries.ForEach(entry => entry.Features?.Dispose());
            _entries.Clear();
        }
    }

    private async Task ComputeAsync(Entry entry, ReadOnlyMemory<byte> weights, ImageSet train)
    {
        await _one.WaitAsync(_stop.Token);
        try
        {
            await Task.Factory.StartNew(
                () =>
                {
                    using var net = new LookedNet(weights);
                    var features = FeatureSet.Compute(net, train, done => entry.Done = done, _stop.Token);
                    lock (_lock)
                    {
                        entry.Features = features;
                    }
                },
                _stop.Token,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The last asked for stay. One that is being computed is let finish, and dropped at the next question.</summary>
    private void Drop()
    {
        foreach (var old in _entries.Skip(Kept).Where(entry => entry.Features is not null).ToList())
        {
            _entries.Remove(old);
            old.Features!.Dispose();
        }
    }

    private static (FeatureSet?, double) Again(Entry entry)
    {
        entry.Work = null;
        throw new InvalidOperationException("The features could not be computed.");
    }

    private sealed class Entry((Guid, int, long) key)
    {
        private double _done;

        public (Guid, int, long) Key { get; } = key;

        public Task? Work { get; set; }

        public FeatureSet? Features { get; set; }

        public double Done
        {
            get => Volatile.Read(ref _done);
            set => Volatile.Write(ref _done, value);
        }
    }
}
