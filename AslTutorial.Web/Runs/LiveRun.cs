using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Runs;

/// <summary>
/// A run's live state and its watchers. One lock orders everything: whoever joins gets the current state, then every later
/// event exactly once.
/// </summary>
internal sealed class LiveRun(RunView view, BatchTrail? trail = null, RunLease? lease = null)
{
    private readonly Lock _lock = new();
    private readonly BatchTrail _trail = trail ?? new();
    private readonly List<Action<RunEvent>> _watchers = [];
    private RunView _view = view;
    private RunLease? _lease = lease;

    public RunView View
    {
        get
        {
            lock (_lock)
            {
                return _view;
            }
        }
    }

    public void Change(RunView view)
    {
        lock (_lock)
        {
            _view = view;
            _lease = view.State == RunState.Running ? _lease : null;
            Announce(new RunEvent.Changed(view.Id, view));
        }
    }

    public void Run(RunView view, RunLease lease, bool restart)
    {
        lock (_lock)
        {
            if (restart)
            {
                _trail.RestartFrom(view.Epochs.Count);
            }

            _view = view;
            _lease = lease;
            Announce(new RunEvent.Changed(view.Id, view));
        }
    }

    /// <summary>A copy for another run of the same execution, with the batches so far.</summary>
    public LiveRun Branch(RunView view)
    {
        lock (_lock)
        {
            return new LiveRun(view, _trail.Copy(), _lease);
        }
    }

    public void FinishEpoch(RunView view, EpochResult result)
    {
        lock (_lock)
        {
            _view = view;
            Announce(new RunEvent.Epoch(view.Id, result));
        }
    }

    public bool AddBatch(RunLease lease, BatchProgress progress)
    {
        lock (_lock)
        {
            // A late report of an epoch that is already finished.
            if (_lease != lease || progress.Epoch < _view.Epochs.Count)
            {
                return false;
            }

            _trail.Add(progress);
            Announce(new RunEvent.Batch(_view.Id, progress));
            return true;
        }
    }

    /// <summary>Applies an event of this run from the floor's node.</summary>
    public void Apply(RunEvent happening)
    {
        lock (_lock)
        {
            switch (happening)
            {
                case RunEvent.Batch batch:
                    _trail.Add(batch.Progress);
                    break;
                case RunEvent.Epoch epoch:
                    _view = _view with { Epochs = [.. _view.Epochs.Where(known => known.Epoch < epoch.Result.Epoch), epoch.Result] };
                    break;
                case RunEvent.Changed changed:
                    if (changed.View.State == RunState.Running && _view.State != RunState.Running)
                    {
                        _trail.RestartFrom(changed.View.Epochs.Count);
                    }

                    _view = changed.View;
                    break;
                default:
                    throw new NotSupportedException($"No such news: {happening.GetType().Name}.");
            }

            Announce(happening);
        }
    }

    public RunSubscription Watch(Action<RunEvent> onEvent)
    {
        // A new delegate each time: the same callback may watch twice, and each subscription must end on its own.
        void Watcher(RunEvent happening) => onEvent(happening);
        Action<RunEvent> watcher = Watcher;
        lock (_lock)
        {
            _watchers.Add(watcher);
            return new RunSubscription(new RunSnapshot(_view, _trail.Points, _trail.Latest), () => Leave(watcher));
        }
    }

    private void Leave(Action<RunEvent> watcher)
    {
        lock (_lock)
        {
            _watchers.RemoveAll(w => ReferenceEquals(w, watcher));
        }
    }

    private void Announce(RunEvent happening)
    {
        // A watcher may leave while it is called.
        foreach (var watcher in _watchers.ToArray())
        {
            watcher(happening);
        }
    }
}
