using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Notebooks;

/// <summary>The notebooks in which something happens: their queues.</summary>
internal sealed class LiveNotebooks(
    ICellExecution execution, NotebookWatchers watchers, IOptions<NotebookOptions> options, TimeProvider time, ILogger<LiveNotebooks> log)
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
            begins = !_notebooks.TryGetValue(key, out var notebook);
            notebook ??= new();
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
            _notebooks[key] = notebook;
        }

        if (begins)
        {
            _ = Task.Run(() => WorkAsync(key));
        }
        else
        {
            watchers.Tell(key);
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
        watchers.Tell(key);
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
            watchers.Tell(key);
            var outcome = await RunAsync(key, next);
            lock (_lock)
            {
                _notebooks[key].Running = null;
            }

            watchers.Tell(key);
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
            var notebook = _notebooks[key];
            if (notebook.Waiting.First is not { } first)
            {
                _notebooks.Remove(key);
                return null;
            }

            notebook.Waiting.RemoveFirst();
            first.Value.Since = time.GetUtcNow();
            return notebook.Running = first.Value;
        }
    }
}
