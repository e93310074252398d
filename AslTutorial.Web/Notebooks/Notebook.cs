using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Notebooks;

/// <summary>Writes a change, and says what the notebook is once that is committed.</summary>
internal delegate Task<NotebookContent> NotebookWrite(SiteDb db);

/// <summary>
/// The one owner of a learner's work on a lesson: changes come one at a time, are stored first and told afterwards. Cells are
/// executed elsewhere; what comes of them comes back as a change. The tables are the truth, read again where a write has failed.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Its semaphore has no handle until somebody asks for one, which nobody does.")]
internal sealed class Notebook(NotebookKey key, NotebookStore store, SiteWriter writer, ILogger log)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private readonly List<Action> _watchers = [];
    private NotebookNow? _now;
    private long _number;

    public NotebookKey Key => key;

    /// <summary>What waits and runs in it.</summary>
    public CellLine Line { get; } = new();

    /// <summary>The notebook as it is, read from the tables where that has not been done.</summary>
    public async ValueTask<NotebookNow> OpenAsync(CancellationToken cancel)
    {
        if (Volatile.Read(ref _now) is { } known)
        {
            return known;
        }

        await _turn.WaitAsync(cancel);
        try
        {
            return await ReadAsync(cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Changes the notebook; to its end, whoever has left.</summary>
    /// <param name="decide">What is to be written of the notebook as it is then; null for nothing.</param>
    /// <param name="ended">The cell that runs no more with it.</param>
    /// <returns>The notebook after it.</returns>
    public async Task<NotebookNow> ChangeAsync(Func<NotebookContent, NotebookWrite?> decide, WaitingCell? ended = null)
    {
        NotebookNow now;
        await _turn.WaitAsync();
        try
        {
            now = await ReadAsync(CancellationToken.None);
            if (decide(now.Content) is not { } write)
            {
                return now;
            }

            now = Take(await writer.WriteAsync(db => write(db)), ended);
        }
        catch
        {
            // Whether it was written is for the tables to say.
            Drop();
            throw;
        }
        finally
        {
            _turn.Release();
        }

        TellWatchers();
        return now;
    }

    /// <summary>Reads the tables anew: somebody else has changed them.</summary>
    public async Task ForgetAsync()
    {
        await _turn.WaitAsync();
        Drop();
        _turn.Release();
        Tell();
    }

    /// <summary>Tells the watchers that what surrounds the notebook has changed, such as what waits in it.</summary>
    public void Tell()
    {
        lock (_lock)
        {
            _number++;
            _now = _now is { } now ? now with { Number = _number, Phases = Line.Phases() } : null;
        }

        TellWatchers();
    }

    /// <summary>Calls back after every change, until disposed of.</summary>
    public IDisposable Watch(Action changed)
    {
        // An object of its own: the same method may watch twice.
        var watcher = new Action(changed.Invoke);
        lock (_lock)
        {
            _watchers.Add(watcher);
        }

        return new Leaving(() =>
        {
            lock (_lock)
            {
                _watchers.Remove(watcher);
            }
        });
    }

    private async ValueTask<NotebookNow> ReadAsync(CancellationToken cancel)
    {
        if (Volatile.Read(ref _now) is { } known)
        {
            return known;
        }

        var content = await store.ReadAsync(key, cancel);
        lock (_lock)
        {
            return _now = new(_number, content, Line.Phases());
        }
    }

    private void Drop()
    {
        lock (_lock)
        {
            _now = null;
        }
    }

    private NotebookNow Take(NotebookContent content, WaitingCell? ended)
    {
        lock (_lock)
        {
            if (ended is not null)
            {
                Line.End(ended);
            }

            return _now = new(++_number, content, Line.Phases());
        }
    }

    private void TellWatchers()
    {
        ImmutableArray<Action> watchers;
        lock (_lock)
        {
            watchers = [.. _watchers];
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

    private sealed class Leaving(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
