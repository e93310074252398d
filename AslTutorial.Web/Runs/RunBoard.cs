using System.Collections.Concurrent;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Runs;

/// <summary>
/// The queue and the live state of runs: the floor's memory. Places in the queue belong to executions; events are announced for
/// each run that shows one.
/// </summary>
internal sealed class RunBoard : IDisposable
{
    /// <summary>How many ended runs keep their per-batch curve in memory.</summary>
    private const int EndedKept = 32;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _queueLock = new();
    private readonly Lock _sharingLock = new();
    private FairQueue _queue = new();
    private readonly ConcurrentDictionary<Guid, LiveRun> _runs = new();
    private readonly Queue<Guid> _ended = new();

    /// <summary>Number of waiting executions.</summary>
    public int Waiting
    {
        get
        {
            lock (_queueLock)
            {
                return _queue.Count;
            }
        }
    }

    /// <summary>The execution that is served next.</summary>
    public Guid? Next
    {
        get
        {
            lock (_queueLock)
            {
                return _queue.First?.RunId;
            }
        }
    }

    /// <summary>The gate: one change at a time. Store it, announce it, then dispose.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        return new Leave(_gate);
    }

    /// <summary>Number of waiting executions of a group.</summary>
    public int WaitingOf(string group)
    {
        lock (_queueLock)
        {
            return _queue.CountOf(group);
        }
    }

    /// <summary>A ticket for a new execution.</summary>
    /// <param name="group">The address group that shares turns in the queue; null: the learner alone.</param>
    public QueueTicket Issue(Guid executionId, string learnerId, string? group)
    {
        lock (_queueLock)
        {
            return _queue.Issue(executionId, learnerId, group);
        }
    }

    /// <summary>Empties the board and continues the numbering of an earlier floor.</summary>
    public void Restore(long servedRound, long lastSequence)
    {
        _runs.Clear();
        lock (_queueLock)
        {
            _ended.Clear();
            _queue = new();
            _queue.Restore(servedRound, lastSequence);
        }
    }

    /// <summary>Puts an execution into the queue with this ticket.</summary>
    /// <param name="views">The runs that show it.</param>
    public void Queued(IReadOnlyList<RunView> views, QueueTicket ticket) => Place(views, queue => queue.Add(ticket), (run, view) => run.Change(view));

    /// <summary>A trainer has taken the execution. <paramref name="restart"/>: the unfinished epoch begins again.</summary>
    public void Running(IReadOnlyList<RunView> views, RunLease lease, bool restart) =>
        Place(views, queue => queue.Serve(lease.RunId), (run, view) => run.Run(view, lease, restart));

    /// <summary>Any other change of an execution that does not wait, its end included.</summary>
    public void Changed(IReadOnlyList<RunView> views)
    {
        if (views.Any(view => view.State == RunState.Queued))
        {
            throw new ArgumentException("A waiting execution needs a ticket.", nameof(views));
        }

        Place(views, queue => queue.Remove(views[0].ExecutionId), (run, view) => run.Change(view));
        foreach (var ended in views.Where(view => view.State.IsEnded()))
        {
            Retire(ended.Id);
        }
    }

    /// <summary>A run joins an execution and gets the curve so far.</summary>
    public void Joined(RunView view)
    {
        lock (_sharingLock)
        {
            var placed = Placed(view, Places());
            var other = _runs.Values.FirstOrDefault(run => run.View is var known && known.Id != view.Id && IsOf(known, view.ExecutionId));
            _runs[view.Id] = other?.Branch(placed) ?? new LiveRun(placed);
        }
    }

    /// <summary>A change of one run alone, not of its execution: a new name, or it has left.</summary>
    public void Told(RunView view)
    {
        Place([view], _ => { }, (run, placed) => run.Change(placed));
        if (view.State.IsEnded())
        {
            Retire(view.Id);
        }
    }

    /// <summary>The run was deleted.</summary>
    public void Forget(Guid runId) => _runs.TryRemove(runId, out _);

    /// <summary>Takes an execution out of the queue.</summary>
    public void Dequeue(Guid executionId)
    {
        lock (_queueLock)
        {
            _queue.Remove(executionId);
        }
    }

    public void EpochDone(IReadOnlyList<RunView> views, EpochResult result)
    {
        foreach (var view in views)
        {
            _runs.GetOrAdd(view.Id, _ => new LiveRun(view)).FinishEpoch(view, result);
        }
    }

    /// <summary>Announces progress if the lease is the current one; else returns false.</summary>
    public bool Batch(RunLease lease, BatchProgress progress)
    {
        var taken = false;
        // Under the lock a joining run either has this report in its snapshot or gets it as an event.
        lock (_sharingLock)
        {
            foreach (var run in _runs.Values)
            {
                taken |= run.AddBatch(lease, progress);
            }
        }

        return taken;
    }

    /// <summary>A run that is waiting, running, or ended a short while ago.</summary>
    public RunView? Find(Guid runId) => _runs.TryGetValue(runId, out var run) ? run.View : null;

    /// <summary>Any one of the runs that show an execution that has not ended.</summary>
    public RunView? FindExecution(Guid executionId) => _runs.Values.Select(run => run.View).FirstOrDefault(view => IsOf(view, executionId));

    /// <summary>Null if the board does not have the run.</summary>
    public RunSubscription? Watch(Guid runId, Action<RunEvent> onEvent) =>
        _runs.TryGetValue(runId, out var run) ? run.Watch(onEvent) : null;

    public void Dispose() => _gate.Dispose();

    private static bool IsOf(RunView view, Guid executionId) => view.ExecutionId == executionId && view.Replay is null && !view.State.IsEnded();

    private static RunView Placed(RunView view, Dictionary<Guid, int> places) =>
        view with { Position = view.State == RunState.Queued && places.TryGetValue(view.ExecutionId, out var place) ? place : null };

    private Dictionary<Guid, int> Places(Action<FairQueue>? change = null)
    {
        lock (_queueLock)
        {
            change?.Invoke(_queue);
            return _queue.Order.Select((id, i) => (id, place: i + 1)).ToDictionary(p => p.id, p => p.place);
        }
    }

    /// <summary>Changes the queue, announces these runs with their place, then all others whose place has changed.</summary>
    private void Place(IReadOnlyList<RunView> views, Action<FairQueue> change, Action<LiveRun, RunView> announce)
    {
        var places = Places(change);
        foreach (var view in views)
        {
            var placed = Placed(view, places);
            announce(_runs.GetOrAdd(view.Id, _ => new LiveRun(placed)), placed);
        }

        var told = views.Select(view => view.Id).ToHashSet();
        foreach (var run in _runs.Values)
        {
            if (run.View is { State: RunState.Queued } before && !told.Contains(before.Id) && Placed(before, places) is var now && now.Position != before.Position)
            {
                run.Change(now);
            }
        }
    }

    private void Retire(Guid runId)
    {
        lock (_queueLock)
        {
            if (_ended.Contains(runId))
            {
                return;
            }

            _ended.Enqueue(runId);
            if (_ended.Count > EndedKept)
            {
                _runs.TryRemove(_ended.Dequeue(), out _);
            }
        }
    }

    private sealed class Leave(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
