namespace AslTutorial.Training.Loop;

/// <summary>
/// Lets looks go ahead of a training: between two batches the training waits while one is being answered, until it has waited
/// its share of the time. A reader who never stops looking costs it no more than that.
/// </summary>
internal sealed class GiveWay(TimeProvider time)
{
    /// <summary>The share of its time that a training gives.</summary>
    public const double Share = 0.03;

    /// <summary>What it gives at once after a quiet while: some ten looks.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromMilliseconds(60);

    // A Lock cannot be waited on.
    private readonly object _gate = new();
    private int _ahead;
    private TimeSpan _budget = Most;
    private long _last = time.GetTimestamp();

    /// <summary>From here until it is disposed of the training lets this thread go ahead.</summary>
    public IDisposable Enter()
    {
        lock (_gate)
        {
            _ahead++;
        }

        return new Leave(this);
    }

    /// <summary>The training, between two batches; always the same thread.</summary>
    public void Yield()
    {
        if (Volatile.Read(ref _ahead) == 0)
        {
            return;
        }

        var start = time.GetTimestamp();
        var budget = TimeSpan.FromTicks(Math.Min(Most.Ticks, (_budget + (Share * time.GetElapsedTime(_last, start))).Ticks));
        lock (_gate)
        {
            while (_ahead > 0 && budget - time.GetElapsedTime(start) is var left && left > TimeSpan.Zero)
            {
                Monitor.Wait(_gate, left);
            }
        }

        _last = time.GetTimestamp();
        _budget = budget - time.GetElapsedTime(start, _last);
    }

    private sealed class Leave(GiveWay way) : IDisposable
    {
        public void Dispose()
        {
            lock (way._gate)
            {
                way._ahead--;
                Monitor.PulseAll(way._gate);
            }
        }
    }
}
