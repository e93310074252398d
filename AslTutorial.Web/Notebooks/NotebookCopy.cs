using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using AslTutorial.Web.Notebooks.Owner;

namespace AslTutorial.Web.Notebooks;

/// <summary>
/// This node's copy of a notebook: read here, changed only by its owner. Every update has a number and the difference; if a number is
/// missing, the copy asks the owner for the whole notebook.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Its semaphore has no handle until somebody asks for one, which nobody does.")]
internal sealed class NotebookCopy
{
    private readonly NotebookLink _link;
    private readonly NotebookWatcher _watcher;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _asking = new(1, 1);
    private readonly Lock _lock = new();
    private readonly List<Action> _watchers = [];
    private NotebookNow? _now;
    private bool _isStale = true;

    /// <param name="observer">Receives the owner's updates for this node.</param>
    public NotebookCopy(NotebookKey key, NotebookLink link, INotebookNode observer, ILogger log)
    {
        (Key, _link, _log) = (key, link, log);
        _watcher = link.Watcher(observer);
        Cells = new(this, link, log);
    }

    public NotebookKey Key { get; }

    /// <summary>The cells that somebody on this node waits for.</summary>
    public WaitingCells Cells { get; }

    /// <summary>The last known state; null before the first open.</summary>
    public NotebookNow? Now => Volatile.Read(ref _now);

    /// <summary>The current state, including all changes made through this node.</summary>
    public ValueTask<NotebookNow> OpenAsync(CancellationToken cancel) =>
        !Volatile.Read(ref _isStale) && Now is { } known ? new(known) : new(AskAsync(_ => true, note: null, cancel));

    /// <summary>Lets the owner change the notebook; not cancelled when the caller leaves.</summary>
    /// <param name="note">Called with the changed notebook, before the watchers.</param>
    /// <param name="ended">The cell that ends with this change.</param>
    /// <returns>The changed notebook.</returns>
    public async Task<NotebookNow> ChangeAsync(NotebookChange change, Action<NotebookContent>? note = null, CellEnd? ended = null)
    {
        await OpenAsync(CancellationToken.None);
        var caller = _link.Caller;
        NotebookUpdate update;
        try
        {
            update = await _link.CallAsync(Key, owner => owner.ChangeAsync(change, caller, ended));
        }
        catch
        {
            // It may or may not have been written: ask the owner again.
            Volatile.Write(ref _isStale, true);
            throw;
        }

        return await TakeAsync(update, note);
    }

    /// <summary>Applies an answer of the owner.</summary>
    public async Task<NotebookNow> TakeAsync(NotebookUpdate update, Action<NotebookContent>? note = null) =>
        TryTake(update, note) ?? await AskAsync(known => Covers(known, update), note, CancellationToken.None);

    /// <summary>Applies an update that the owner has sent.</summary>
    public void Take(NotebookUpdate update)
    {
        if (Now is not null && TryTake(update, note: null) is null)
        {
            _ = CatchUpAsync(known => !update.IsReread && Covers(known, update));
        }
    }

    /// <summary>Subscribes to the owner's updates, unless already done.</summary>
    public void Follow()
    {
        if (Now is null)
        {
            _ = CatchUpAsync(_ => true);
        }
    }

    /// <summary>The copy is outdated, because the rows were replaced or the owner is gone: reads it again.</summary>
    public Task RereadAsync()
    {
        Volatile.Write(ref _isStale, true);
        return Now is null ? Task.CompletedTask : CatchUpAsync(_ => true);
    }

    /// <summary>Tells the owner that this node is alive, and fetches what was missed.</summary>
    public Task RenewAsync() => Now is null ? Task.CompletedTask : CatchUpAsync(_ => false);

    public void Leave()
    {
        if (Now is not null)
        {
            _link.Owner(Key).LeaveAsync(_watcher).Ignore();
        }
    }

    /// <summary>Calls back after every change, until disposed.</summary>
    public IDisposable Watch(Action changed)
    {
        // A new delegate each time: the same method may watch twice.
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

    /// <summary>Tells the watchers, also about changes around the notebook such as another data set.</summary>
    public void Tell()
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
                _log.LogError(e, "A watcher of a notebook failed");
            }
        }
    }

    private static bool Covers(NotebookNow known, NotebookUpdate update) => known.Home.Equals(update.Home) && known.Number >= update.Number;

    /// <returns>Null if an update before this one is missing.</returns>
    private NotebookNow? TryTake(NotebookUpdate update, Action<NotebookContent>? note)
    {
        NotebookNow now;
        lock (_lock)
        {
            if (_isStale || _now is not { } known || !known.Home.Equals(update.Home) || update.IsReread)
            {
                return null;
            }

            if (update.Number <= known.Number)
            {
                return known;
            }

            if (update.IsNone || update.Number != known.Number + 1)
            {
                return null;
            }

            _now = now = new(known.Home, update.Number, update.Delta is { } delta ? known.Content.After(delta) : known.Content, update.Line);
        }

        note?.Invoke(now.Content);
        Cells.Look(now, update.Ended);
        Tell();
        return now;
    }

    private async Task<NotebookNow> AskAsync(Func<NotebookNow, bool> isEnough, Action<NotebookContent>? note, CancellationToken cancel)
    {
        NotebookNow now;
        bool isNews;
        await _asking.WaitAsync(cancel);
        try
        {
            var known = Now;
            if (known is not null && !_isStale && isEnough(known))
            {
                return known;
            }

            Volatile.Write(ref _isStale, false);
            var whole = await _link.CallAsync(Key, owner => owner.OpenAsync(_watcher, known?.Home, known?.Number ?? -1));
            lock (_lock)
            {
                // An update that arrived meanwhile may be newer.
                isNews = whole is not null && (_now is null || !_now.Home.Equals(whole.Home) || _now.Number < whole.Number);
                _now = now = isNews ? whole! : _now!;
            }

            isNews = isNews && known is not null;
        }
        catch
        {
            Volatile.Write(ref _isStale, true);
            throw;
        }
        finally
        {
            _asking.Release();
        }

        note?.Invoke(now.Content);
        Cells.Look(now, ended: null);
        if (isNews)
        {
            Tell();
        }

        return now;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whoever opens the notebook next is told what is the matter.")]
    private async Task CatchUpAsync(Func<NotebookNow, bool> isEnough)
    {
        try
        {
            await AskAsync(isEnough, note: null, CancellationToken.None);
        }
        catch (Exception e)
        {
            _log.LogWarning("A notebook could not be brought up to date: {Reason}", e.Message);
        }
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
