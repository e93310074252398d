using System.Collections.Concurrent;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.SignalR;

namespace AslTutorial.Web.Hubs;

/// <summary>The browser connections of this node that watch runs.</summary>
internal sealed class Watchers : IDisposable
{
    private readonly ConcurrentDictionary<string, Watcher> _watchers = new();
    private readonly IRunService _runs;
    private readonly IHubContext<TrainingHub, ITrainingClient> _hub;
    private readonly AddressBlocks _blocks;
    private readonly TimeProvider _time;
    private readonly ILogger<Watchers> _log;

    public Watchers(
        IRunService runs, IHubContext<TrainingHub, ITrainingClient> hub, AddressBlocks blocks, TimeProvider time, ILogger<Watchers> log)
    {
        (_runs, _hub, _blocks, _time, _log) = (runs, hub, blocks, time, log);
        _blocks.Blocked += CutOff;
    }

    /// <param name="address">In the form of <see cref="CallerAddress"/>; null for the site itself.</param>
    public void Connected(string connectionId, string? address, Action abort) =>
        _watchers[connectionId] = new Watcher(_hub.Clients.Client(connectionId), address, abort, _time, _log);

    public Task<LiveSnapshot?> WatchAsync(string connectionId, Guid runId, CancellationToken cancel) =>
        _watchers.TryGetValue(connectionId, out var watcher)
            ? watcher.WatchAsync(_runs, runId, cancel)
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

    public void Dispose() => _blocks.Blocked -= CutOff;

    /// <summary>Any call would end these connections; those that only listen would go on to hear.</summary>
    private void CutOff(string address)
    {
        foreach (var (_, watcher) in _watchers)
        {
            if (watcher.Address == address)
            {
                watcher.Abort();
            }
        }
    }
}
