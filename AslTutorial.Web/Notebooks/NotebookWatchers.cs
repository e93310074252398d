namespace AslTutorial.Web.Notebooks;

/// <summary>Who looks at which notebook: two tabs of a learner, or an export under way.</summary>
internal sealed class NotebookWatchers(ILogger<NotebookWatchers> log)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<NotebookKey, List<Action>> _watchers = [];

    /// <summary>How many notebooks are watched.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _watchers.Count;
            }
        }
    }

    /// <summary>Calls back after every change, until disposed of.</summary>
    public IDisposable Watch(NotebookKey key, Action changed)
    {
        // An object of its own: the same method may watch twice.
        var watcher = new Action(changed.Invoke);
        lock (_lock)
        {
            if (!_watchers.TryGetValue(key, out var watchers))
            {
                _watchers[key] = watchers = [];
            }

            watchers.Add(watcher);
        }

        return new Subscription(() => Leave(key, watcher));
    }

    /// <summary>Tells all who watch a notebook that something in it has changed.</summary>
    public void Tell(NotebookKey key)
    {
        List<Action> watchers;
        lock (_lock)
        {
            watchers = _watchers.TryGetValue(key, out var known) ? [.. known] : [];
        }

        Tell(watchers);
    }

    /// <summary>Tells the watchers of every notebook.</summary>
    public void TellAll()
    {
        List<Action> watchers;
        lock (_lock)
        {
            watchers = [.. _watchers.Values.SelectMany(known => known)];
        }

        Tell(watchers);
    }

    private void Tell(List<Action> watchers)
    {
        foreach (var watcher in watchers)
        {
            try
            {
                watcher();
            }
            catch (Exception e)
            {
                log.LogError(e, "A watcher of a notebook failed");
            }
        }
    }

    private void Leave(NotebookKey key, Action watcher)
    {
        lock (_lock)
        {
            if (_watchers.TryGetValue(key, out var watchers))
            {
                watchers.RemoveAll(known => ReferenceEquals(known, watcher));
                if (watchers.Count == 0)
                {
                    _watchers.Remove(key);
                }
            }
        }
    }

    private sealed class Subscription(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
