using System.Collections.Concurrent;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>The board of a site with one web node.</summary>
internal sealed class LocalRunBoard : IRunBoard, IDisposable
{
    /// <summary>Runs that ended and whose fine curve is still to be had.</summary>
    private const int EndedKept = 32;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _queueLock = new();
    private readonly FairQueue _queue = new();
    private readonly ConcurrentDictionary<Guid, LiveRun> _runs = new();
    private readonly Queue<Guid> _ended = new();

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

    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        return new Leave(_gate);
    }

    public int WaitingOf(string group)
    {
        lock (_queueLock)
        {
            return _queue.CountOf(group);
        }
    }

    public QueueTicket Issue(Guid runId, string learnerId, string? group)
    {
        lock (_queueLock)
        {
            return _queue.Issue(runId, learnerId, group);
        }
    }

    public void Restore(long servedRound, long lastSequence)
    {
        lock (_queueLock)
        {
            _queue.Restore(servedRound, lastSequence);
        }
    }

    public void Queued(RunView view, QueueTicket ticket) => Place(view, queue => queue.Add(ticket), (run, v) => run.Change(v));

    public void Running(RunView view, RunLease lease, bool restart) =>
        Place(view, queue => queue.Serve(view.Id), (run, v) => run.Run(v, lease, restart));

    public void Changed(RunView view)
    {
        if (view.State == RunState.Queued)
        {
            throw new ArgumentException("A waiting run needs a ticket.", nameof(view));
        }

        Place(view, queue => queue.Remove(view.Id), (run, v) => run.Change(v));
        if (view.State.IsEnded())
        {
            Retire(view.Id);
        }
    }

    public void Forget(Guid runId)
    {
        lock (_queueLock)
        {
            _queue.Remove(runId);
        }

        _runs.TryRemove(runId, out _);
    }

    public void EpochDone(RunView view, EpochResult result) =>
        _runs.GetOrAdd(view.Id, _ => new LiveRun(view)).FinishEpoch(view, result);

    public bool Batch(RunLease lease, BatchProgress progress) =>
        _runs.TryGetValue(lease.RunId, out var run) && run.AddBatch(lease, progress);

    public RunView? Find(Guid runId) => _runs.TryGetValue(runId, out var run) ? run.View : null;

    public RunSubscription? Watch(Guid runId, Action<RunEvent> onEvent) =>
        _runs.TryGetValue(runId, out var run) ? run.Watch(onEvent) : null;

    public void Dispose() => _gate.Dispose();

    /// <summary>Changes the queue, announces the run with its place, then the others whose place has changed.</summary>
    private void Place(RunView view, Action<FairQueue> change, Action<LiveRun, RunView> announce)
    {
        Dictionary<Guid, int> places;
        lock (_queueLock)
        {
            change(_queue);
            places = _queue.Order.Select((id, i) => (id, place: i + 1)).ToDictionary(p => p.id, p => p.place);
        }

        var placed = view with { Position = places.TryGetValue(view.Id, out var own) ? own : null };
        announce(_runs.GetOrAdd(view.Id, _ => new LiveRun(placed)), placed);
        foreach (var (id, place) in places)
        {
            if (id != view.Id && _runs.TryGetValue(id, out var other) && other.View is var before && before.Position != place)
            {
                other.Change(before with { Position = place });
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
