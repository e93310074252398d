using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Components.Training;

/// <summary>
/// Follows a run for a component: events may come on any thread and at any rate, but the component is notified at most four times a
/// second.
/// </summary>
internal sealed class RunWatch : IDisposable
{
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly List<RunEvent> _early = [];
    private readonly TimeProvider _time;
    private readonly Action _changed;
    private readonly ITimer _timer;
    private RunSubscription? _subscription;
    private RunProgress? _now;
    private long? _told;
    private bool _armed;
    private bool _disposed;

    private RunWatch(TimeProvider time, Action changed)
    {
        _time = time;
        _changed = changed;
        _timer = time.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Null if there is no such run.</summary>
    /// <param name="changed">Called on any thread when <see cref="Now"/> has changed; must not block.</param>
    public static async Task<RunWatch?> JoinAsync(IRunService runs, Guid runId, TimeProvider time, Action changed, CancellationToken cancel)
    {
        var watch = new RunWatch(time, changed);
        RunSubscription? subscription;
        try
        {
            subscription = await runs.WatchAsync(runId, watch.Take, cancel);
        }
        catch
        {
            watch.Dispose();
            throw;
        }

        if (subscription is null)
        {
            watch.Dispose();
            return null;
        }

        watch.Begin(subscription);
        return watch;
    }

    public RunProgress Now
    {
        get
        {
            lock (_gate)
            {
                return _now!;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        _timer.Dispose();
        _subscription?.Dispose();
    }

    private void Begin(RunSubscription subscription)
    {
        lock (_gate)
        {
            _subscription = subscription;
            _now = new(subscription.Snapshot.Run, subscription.Snapshot.LatestBatch);

            // Events may arrive before the snapshot that they follow.
            foreach (var early in _early)
            {
                _now = _now.After(early);
            }

            _early.Clear();
        }
    }

    private void Take(RunEvent happened)
    {
        lock (_gate)
        {
            if (_now is null)
            {
                _early.Add(happened);
                return;
            }

            _now = _now.After(happened);
            if (_armed || _disposed)
            {
                return;
            }

            _armed = true;
            var wait = _told is { } told ? Pace - _time.GetElapsedTime(told) : TimeSpan.Zero;
            _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void Tell()
    {
        lock (_gate)
        {
            _armed = false;
            _told = _time.GetTimestamp();
            if (_disposed)
            {
                return;
            }
        }

        _changed();
    }
}
