using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Notebooks;

/// <summary>The notebooks in which something happens: their queues and who watches them.</summary>
internal sealed class LiveNotebooks(
    ICellExecution execution, IOptions<NotebookOptions> options, TimeProvider time, ILogger<LiveNotebooks> log)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<NotebookKey, LiveNotebook> _notebooks = [];

    /// <summary>Runs a cell when those before it in its notebook are done. One that waits already is joined.</summary>
    public Task<CellRunOutcome> RunAsync(NotebookKey key, string cell)
    {
        WaitingCell waiting;
        bool begins;
        lock (_lock)
        {
            var notebook = Get(key);
            if (notebook.Waiting.FirstOrDefault(w => w.Cell == cell) is { } same)
            {
                return same.Done.Task;
            }

            if (notebook.Waiting.Count >= options.Value.Waiting)
            {
                return Task.FromResult(new CellRunOutcome(CellRunStatus.Busy));
            }

            waiting = new(cell, time.GetUtcNow());
            notebook.Waiting.AddLast(waiting);
            begins = !notebook.IsWorking;
            notebook.IsWorking = true;
        }

        if (begins)
        {
            _ = Task.Run(() => WorkAsync(key));
        }
        else
        {
            Tell(key);
        }

        return waiting.Done.Task;
    }

    public void Interrupt(NotebookKey key)
    {
        List<WaitingCell> dropped;
        WaitingCell? running;
        lock (_lock)
        {
            if (!_notebooks.TryGetValue(key, out var notebook))
            {
                return;
            }

            running = notebook.Running;
            dropped = [.. notebook.Waiting];
            notebook.Waiting.Clear();
        }

        dropped.ForEach(waiting => waiting.Done.SetResult(new(CellRunStatus.Interrupted)));
        running?.Interrupt();
        Tell(key);
    }

    /// <summary>Each cell that waits or runs, and since when.</summary>
    public IReadOnlyDictionary<string, (CellPhase Phase, DateTimeOffset Since)> Phases(NotebookKey key)
    {
        lock (_lock)
        {
            var phases = new Dictionary<string, (CellPhase, DateTimeOffset)>();
            if (_notebooks.TryGetValue(key, out var notebook))
            {
                foreach (var waiting in notebook.Waiting)
                {
                    phases[waiting.Cell] = (CellPhase.Waiting, waiting.Since);
                }

                if (notebook.Running is { } running)
                {
                    phases[running.Cell] = (CellPhase.Running, running.Since);
                }
            }

            return phases;
        }
    }

    public IDisposable Watch(NotebookKey key, Action changed)
    {
        // An object of its own: the same method may watch twice.
        var watcher = new Action(changed.Invoke);
        lock (_lock)
        {
            Get(key).Watchers.Add(watcher);
        }

        return new Unwatch(() =>
        {
            lock (_lock)
            {
                if (_notebooks.TryGetValue(key, out var notebook))
                {
                    notebook.Watchers.RemoveAll(w => ReferenceEquals(w, watcher));
                    Forget(key, notebook);
                }
            }
        });
    }

    /// <summary>Tells all who watch that something has changed.</summary>
    public void Tell(NotebookKey key)
    {
        List<Action> watchers;
        lock (_lock)
        {
            watchers = _notebooks.TryGetValue(key, out var notebook) ? [.. notebook.Watchers] : [];
        }

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

    /// <summary>How many notebooks there is something to remember of.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _notebooks.Count;
            }
        }
    }

    private async Task WorkAsync(NotebookKey key)
    {
        while (Next(key) is { } next)
        {
            Tell(key);
            var outcome = await RunAsync(key, next);
            lock (_lock)
            {
                Get(key).Running = null;
            }

            Tell(key);
            next.Done.SetResult(outcome);
        }
    }

    private async Task<CellRunOutcome> RunAsync(NotebookKey key, WaitingCell cell)
    {
        try
        {
            return await execution.RunAsync(key, cell.Cell, cell.Interrupted);
        }
        catch (OperationCanceledException) when (cell.Interrupted.IsCancellationRequested)
        {
            return new(CellRunStatus.Interrupted);
        }
        catch (Exception e)
        {
            // A full disk, a database that is locked: the next one may go well.
            log.LogError(e, "The cell {Cell} could not be run", cell.Cell);
            return new(CellRunStatus.Failed);
        }
    }

    private WaitingCell? Next(NotebookKey key)
    {
        lock (_lock)
        {
            var notebook = Get(key);
            if (notebook.Waiting.First is not { } first)
            {
                notebook.IsWorking = false;
                Forget(key, notebook);
                return null;
            }

            notebook.Waiting.RemoveFirst();
            first.Value.Since = time.GetUtcNow();
            return notebook.Running = first.Value;
        }
    }

    private LiveNotebook Get(NotebookKey key)
    {
        if (!_notebooks.TryGetValue(key, out var notebook))
        {
            _notebooks[key] = notebook = new();
        }

        return notebook;
    }

    private void Forget(NotebookKey key, LiveNotebook notebook)
    {
        if (notebook.IsOver)
        {
            _notebooks.Remove(key);
        }
    }

    private sealed class Unwatch(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
