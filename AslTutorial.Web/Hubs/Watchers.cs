using System.Collections.Concurrent;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.SignalR;

namespace AslTutorial.Web.Hubs;

/// <summary>The browser connections of this node that watch runs.</summary>
internal sealed class Watchers(
    IRunService runs, IHubContext<TrainingHub, ITrainingClient> hub, TimeProvider time, ILogger<Watchers> log)
{
    private readonly ConcurrentDictionary<string, Watcher> _watchers = new();

    public void Connected(string connectionId, Action abort) =>
        _watchers[connectionId] = new Watcher(hub.Clients.Client(connectionId), abort, time, log);

    public Task<LiveSnapshot?> WatchAsync(string connectionId, Guid runId, CancellationToken cancel) =>
        _watchers.TryGetValue(connectionId, out var watcher)
            ? watcher.WatchAsync(runs, runId, cancel)
            : Task.FromResult<LiveSnapshot?>(null);

    public void Unwatch(string connectionId, Guid runId)
    {
        if (_watchers.TryGetValue(connectionId, out var watcher))
        {
            watcher.Unwatch(runId);
        }
    }

    public void Disconnected(string connectionId)
    {
        if (_watchers.TryRemove(connectionId, out var watcher))
        {
            watcher.Dispose();
        }
    }
}
