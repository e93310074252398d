using System.Threading.Channels;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Hubs;

/// <summary>
/// Sends one browser its events at its own pace. Batch reports are sent at most ten times a second, only the newest; all other
/// events are queued in order, and a browser too slow for them is disconnected: it will reconnect and get a snapshot.
/// </summary>
internal sealed class WatcherPump(Func<WatchedRun, RunEvent, Task> send, Action abort, TimeProvider time) : IDisposable
{
    public const int MaxWaiting = 1_024;

    private static readonly TimeSpan BatchInterval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly Queue<(WatchedRun Run, RunEvent Event)> _waiting = new();
    private readonly List<WatchedRun> _watched = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public WatchedRun Open()
    {
        var run = new WatchedRun();
        lock (_lock)
        {
            _watched.Add(run);
        }

        return run;
    }

    public bool IsOpen(WatchedRun run)
    {
        lock (_lock)
        {
            return run.IsOpen;
        }
    }

    /// <summary>Stops sending events of the run, including queued ones.</summary>
    public void Close(WatchedRun run)
    {
        lock (_lock)
        {
            run.IsOpen = false;
            run.Pending = null;
            _watched.Remove(run);
        }
    }

    public void Post(WatchedRun run, RunEvent happening)
    {
        var full = false;
        lock (_lock)
        {
            if (!run.IsOpen)
            {
                return;
            }

            if (happening is RunEvent.Batch batch)
            {
                run.Pending = batch;
            }
            else
            {
                // An older batch report must not be sent after this event.
                run.Pending = null;
                _waiting.Enqueue((run, happening));
                full = _waiting.Count > MaxWaiting;
            }
        }

        if (full)
        {
            abort();
        }

        _signal.Writer.TryWrite(true);
    }

    /// <summary>Sends until disposed.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                if (Take(out var due) is { } next)
                {
                    await send(next.Run, next.Event);
                    continue;
                }

                await WaitAsync(due);
            }
        }
        catch (OperationCanceledException)
        {
            // The browser has disconnected.
        }
    }

    public void Dispose() => _stop.Cancel();

    private async Task WaitAsync(TimeSpan? due)
    {
        if (due is not { } delay)
        {
            await _signal.Reader.ReadAsync(_stop.Token);
            return;
        }

        // Other events, such as an epoch, are not delayed by a batch report's turn.
        using var timer = new CancellationTokenSource(delay, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, _stop.Token);
        try
        {
            await _signal.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !_stop.IsCancellationRequested)
        {
        }
    }

    private (WatchedRun Run, RunEvent Event)? Take(out TimeSpan? due)
    {
        due = null;
        lock (_lock)
        {
            while (_waiting.TryDequeue(out var item))
            {
                if (item.Run.IsOpen)
                {
                    return item;
                }
            }

            var now = time.GetTimestamp();
            foreach (var run in _watched)
            {
                if (run.Pending is not { } batch)
                {
                    continue;
                }

                var wait = time.GetElapsedTime(now, run.NextBatchAt);
                if (wait <= TimeSpan.Zero)
                {
                    run.Pending = null;
                    run.NextBatchAt = now + (long)(BatchInterval.TotalSeconds * time.TimestampFrequency);
                    return (run, batch);
                }

                due = due is { } d && d < wait ? d : wait;
            }

            return null;
        }
    }
}
