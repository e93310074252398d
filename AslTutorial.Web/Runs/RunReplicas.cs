using AslTutorial.Web.Cluster;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Runs;

/// <summary>
/// The runs watched on this node while the floor is on another: one watch at the floor for each run, passed on to all watchers
/// here. After a restart of the floor it catches up on missed events.
/// </summary>
internal sealed class RunReplicas(FloorLink floor, NodeName node, IDbContextFactory<SiteDb> databases, ILogger<RunReplicas> log)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Replica> _byRun = [];
    private readonly Dictionary<long, Replica> _byWatch = [];
    private string? _term;
    private long _lastWatch;

    /// <summary>Joins a run; null if the floor does not have it.</summary>
    public async Task<RunSubscription?> WatchAsync(Guid runId, Action<RunEvent> onEvent, CancellationToken cancel)
    {
        Replica replica;
        Task<bool> opening;
        lock (_lock)
        {
            if (!_byRun.TryGetValue(runId, out replica!))
            {
                _byRun[runId] = replica = new(runId);
            }

            replica.Uses++;
            opening = replica.Opening ??= OpenAsync(replica);
        }

        try
        {
            if (await opening.WaitAsync(cancel) && replica.Live is { } live)
            {
                var subscription = live.Watch(onEvent);
                return new(subscription.Snapshot, () =>
                {
                    subscription.Dispose();
                    Leave(replica);
                });
            }
        }
        catch
        {
            Leave(replica);
            throw;
        }

        Leave(replica);
        return null;
    }

    /// <summary>Takes the events that the floor sends to this node.</summary>
    public void Take(IReadOnlyList<WatchedEvent> news)
    {
        lock (_lock)
        {
            foreach (var (watch, happening) in news)
            {
                if (_byWatch.TryGetValue(watch, out var replica))
                {
                    replica.Take(happening);
                }
            }
        }
    }

    /// <summary>Opens again the watches that the floor does not have.</summary>
    /// <param name="term">Identifies this start of the floor.</param>
    /// <param name="known">The watches of this node that the floor has.</param>
    public void Compare(string term, IReadOnlyCollection<long> known)
    {
        List<Replica> lost;
        lock (_lock)
        {
            // A watch opened a moment ago may have crossed this answer: it counts as lost only if it is missing twice.
            lost = [.. _byWatch.Where(one => one.Value.Live is not null && (_term != term || !known.Contains(one.Key)) && (_term != term || one.Value.IsSuspect)).Select(one => one.Value)];
            foreach (var (watch, replica) in _byWatch)
            {
                replica.IsSuspect = !known.Contains(watch);
            }

            _term = term;
            lost.ForEach(replica => replica.Opening = OpenAsync(replica));
        }
    }

    private async Task<bool> OpenAsync(Replica replica)
    {
        // Continue outside the caller's lock.
        await Task.Yield();
        long watch;
        lock (_lock)
        {
            _byWatch.Remove(replica.Watch);
            replica.Watch = watch = ++_lastWatch;
            replica.Early = [];
            _byWatch[watch] = replica;
        }

        try
        {
            var snapshot = await floor.CallAsync(there => there.WatchAsync(node.Value, watch, replica.RunId));
            if (snapshot is null && replica.Live is not null && await StoredAsync(replica.RunId) is { } stored)
            {
                // The run ended while the floor moved to another node: its end is in the database.
                snapshot = new(stored, [], LatestBatch: null);
            }

            lock (_lock)
            {
                return replica.Watch == watch && replica.Begin(snapshot);
            }
        }
        catch (Exception e)
        {
            log.LogWarning("Run {Run} cannot be watched at the moment: {Reason}", replica.RunId, e.Message);
            lock (_lock)
            {
                _byWatch.Remove(watch);
                if (replica.Live is null)
                {
                    // The next caller tries again.
                    _byRun.Remove(replica.RunId);
                }
                else
                {
                    // The next Compare finds it missing and opens it again.
                    _byWatch[watch] = replica;
                    replica.IsSuspect = true;
                }
            }

            return false;
        }
    }

    private async Task<RunView?> StoredAsync(Guid runId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return (await db.Runs.AsNoTracking().Include(run => run.Epochs).FirstOrDefaultAsync(run => run.Id == runId))?.ToView();
    }

    private void Leave(Replica replica)
    {
        long watch;
        lock (_lock)
        {
            if (--replica.Uses > 0)
            {
                return;
            }

            watch = replica.Watch;
            _byWatch.Remove(watch);
            if (_byRun.TryGetValue(replica.RunId, out var known) && known == replica)
            {
                _byRun.Remove(replica.RunId);
            }
        }

        if (watch > 0)
        {
            floor.Grain.UnwatchAsync(node.Value, watch).Ignore();
        }
    }

    private sealed class Replica(Guid runId)
    {
        public Guid RunId { get; } = runId;

        public long Watch { get; set; }

        public int Uses { get; set; }

        public bool IsSuspect { get; set; }

        public Task<bool>? Opening { get; set; }

        public LiveRun? Live { get; private set; }

        /// <summary>Events that arrived before the snapshot; null once the snapshot is here.</summary>
        public List<RunEvent>? Early { get; set; }

        public void Take(RunEvent happening)
        {
            if (Early is { } early)
            {
                early.Add(happening);
            }
            else
            {
                Live?.Apply(happening);
            }
        }

        public bool Begin(RunSnapshot? snapshot)
        {
            var early = Early ?? [];
            Early = null;
            if (snapshot is null)
            {
                return false;
            }

            if (Live is not { } live)
            {
                Live = live = new(snapshot.Run, BatchTrail.Of(snapshot));
            }
            else
            {
                foreach (var epoch in snapshot.Run.Epochs.Skip(live.View.Epochs.Count))
                {
                    live.Apply(new RunEvent.Epoch(RunId, epoch));
                }

                live.Apply(new RunEvent.Changed(RunId, snapshot.Run));
            }

            early.ForEach(live.Apply);
            return true;
        }
    }
}

/// <summary>A run's event, for the node that watches the run under this number.</summary>
[GenerateSerializer]
[Immutable]
internal sealed record WatchedEvent(long Watch, RunEvent Happening);
