using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Hubs;

/// <summary>One browser connection and the runs it watches. Its hub calls come one at a time, but the connection may end during one.</summary>
internal sealed class Watcher : IDisposable
{
    public const int MaxRuns = 50;

    private readonly Dictionary<Guid, WatchedRun> _runs = [];
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly WatcherPump _pump;
    private Task _snapshotSent = Task.CompletedTask;

    public Watcher(ITrainingClient client, string? address, Action abort, TimeProvider time, ILogger log)
    {
        (Address, Abort) = (address, abort);
        _pump = new WatcherPump((run, happening) => SendAsync(client, run, happening), abort, time);
        _ = PumpAsync(log);
    }

    /// <summary>From which the connection came; null for the site itself.</summary>
    public string? Address { get; }

    /// <summary>Ends the connection.</summary>
    public Action Abort { get; }

    /// <summary>Null where there is no such run, or <see cref="MaxRuns"/> are watched already.</summary>
    public async Task<LiveSnapshot?> WatchAsync(IRunService service, Guid runId, CancellationToken cancel)
    {
        Unwatch(runId);
        if (_runs.Count >= MaxRuns)
        {
            return null;
        }

        // Wait for an event of an earlier watch that is being sent now: it must not arrive after the new snapshot.
        await _sending.WaitAsync(cancel);
        _sending.Release();

        // From here on events wait until the snapshot has been sent.
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _snapshotSent, sent.Task);
        var run = _pump.Open();
        try
        {
            run.Subscription = await service.WatchAsync(runId, happening => _pump.Post(run, happening), cancel);
        }
        catch
        {
            _pump.Close(run);
            sent.SetResult();
            throw;
        }

        if (run.Subscription is null || !Keep(runId, run))
        {
            Close(run);
            sent.SetResult();
            return null;
        }

        return LiveSnapshot.From(run.Subscription.Snapshot, () => sent.TrySetResult());
    }

    public void Unwatch(Guid runId)
    {
        WatchedRun? run;
        lock (_runs)
        {
            _runs.Remove(runId, out run);
        }

        if (run is not null)
        {
            Close(run);
        }
    }

    public void Dispose()
    {
        List<WatchedRun> runs;
        lock (_runs)
        {
            _closed.TrySetResult();
            runs = [.. _runs.Values];
            _runs.Clear();
        }

        runs.ForEach(Close);
        _pump.Dispose();
    }

    /// <summary>False if the connection has ended meanwhile: SignalR waits for no call that is under way.</summary>
    private bool Keep(Guid runId, WatchedRun run)
    {
        lock (_runs)
        {
            if (_closed.Task.IsCompleted)
            {
                return false;
            }

            _runs[runId] = run;
            return true;
        }
    }

    private void Close(WatchedRun run)
    {
        run.Subscription?.Dispose();
        _pump.Close(run);
    }

    private async Task SendAsync(ITrainingClient client, WatchedRun run, RunEvent happening)
    {
        await Task.WhenAny(Volatile.Read(ref _snapshotSent), _closed.Task);
        await _sending.WaitAsync();
        try
        {
            if (_pump.IsOpen(run))
            {
                await SendAsync(client, happening);
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    private static Task SendAsync(ITrainingClient client, RunEvent happening) => happening switch
    {
        RunEvent.Batch batch => client.BatchProgress(batch.RunId, batch.Progress),
        RunEvent.Epoch epoch => client.EpochCompleted(epoch.RunId, epoch.Result),
        RunEvent.Changed changed => client.RunStateChanged(changed.RunId, LiveState.From(changed.View)),
        _ => throw new NotSupportedException($"No message for {happening.GetType().Name}."),
    };

    private async Task PumpAsync(ILogger log)
    {
        try
        {
            await _pump.RunAsync();
        }
        catch (Exception e)
        {
            log.LogInformation("A watcher is cut off: {Reason}", e.Message);
            Abort();
        }
    }
}
