using AslTutorial.Web.Notebooks.Owner;
using Orleans.Runtime;

namespace AslTutorial.Web.Notebooks;

/// <summary>This node's copies of notebooks: those in use or watched here, and some that were in use a moment ago.</summary>
internal sealed class OpenNotebooks(NotebookLink link, TimeProvider time, ILogger<NotebookCopy> log) : INotebookNode
{
    /// <summary>Unused copies to keep for learners who come back; one with many pictures has some hundred kilobytes.</summary>
    private const int MaxLeft = 200;

    private static readonly TimeSpan LeftFor = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<NotebookKey, Entry> _entries = [];
    private readonly LinkedList<Entry> _left = [];
    private INotebookNode? _observer;
    private bool _isClosed;

    /// <summary>How many copies are in use or watched.</summary>
    public int InUse
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count - _left.Count;
            }
        }
    }

    /// <summary>Gets a copy, which stays open until the result is disposed.</summary>
    public Use Hold(NotebookKey key)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                _entries[key] = entry = new(new(key, link, _observer ??= link.Observe(this), log));
            }
            else if (entry.Left is { } left)
            {
                _left.Remove(left);
                entry.Left = null;
            }

            entry.Uses++;
            return new(this, entry);
        }
    }

    public async Task<NotebookNow> OpenAsync(NotebookKey key, CancellationToken cancel)
    {
        using var held = Hold(key);
        return await held.Notebook.OpenAsync(cancel);
    }

    /// <inheritdoc cref="NotebookCopy.ChangeAsync"/>
    public async Task<NotebookNow> ChangeAsync(NotebookKey key, NotebookChange change)
    {
        using var held = Hold(key);
        return await held.Notebook.ChangeAsync(change);
    }

    /// <summary>Calls back after every change, until disposed.</summary>
    public IDisposable Watch(NotebookKey key, Action changed)
    {
        var held = Hold(key);
        held.Watching = held.Notebook.Watch(changed);
        held.Notebook.Follow();
        return held;
    }

    /// <summary>The learner's rows were replaced: all owners and open copies, on any node, read them again.</summary>
    public async Task ForgetAsync(string learner, IEnumerable<string> lessons)
    {
        var open = All(key => key.Learner == learner);
        await Task.WhenAll(lessons.Union(open.Select(notebook => notebook.Key.Lesson)).Select(
            lesson => link.CallAsync(new(learner, lesson), owner => owner.ForgetAsync())));
        await Task.WhenAll(open.Select(notebook => notebook.RereadAsync()));
    }

    public void TellAll() => All(_ => true).ForEach(notebook => notebook.Tell());

    public Task ChangedAsync(NotebookKey key, NotebookUpdate update)
    {
        All(key.Equals).ForEach(notebook => notebook.Take(update));
        return Task.CompletedTask;
    }

    public Task ClosedAsync(NotebookKey key, GrainAddress home)
    {
        // Not on a node that is stopping: its pages are about to leave.
        foreach (var notebook in _isClosed ? [] : All(key.Equals).Where(notebook => home.Equals(notebook.Now?.Home)))
        {
            _ = notebook.RereadAsync();
        }

        return Task.CompletedTask;
    }

    /// <summary>A node has died: notebooks that it owned get another owner, and cells that it ran are dropped.</summary>
    public void Drop(SiloAddress gone)
    {
        foreach (var notebook in All(_ => true))
        {
            if (gone.Equals(notebook.Now?.Home.SiloAddress))
            {
                _ = notebook.RereadAsync();
            }
            else if (notebook.Now?.Line.Cells.Any(cell => cell.Nodes.Contains(gone)) == true)
            {
                link.Owner(notebook.Key).DropAsync(gone).Ignore();
            }
        }
    }

    /// <summary>This node is stopping.</summary>
    public void Close() => _isClosed = true;

    /// <summary>Tells the owners that this node is still alive.</summary>
    public async Task RenewAsync()
    {
        foreach (var notebook in All(_ => true))
        {
            await notebook.RenewAsync();
            await notebook.Cells.EndLostAsync();
        }
    }

    private List<NotebookCopy> All(Func<NotebookKey, bool> which)
    {
        lock (_lock)
        {
            return [.. _entries.Where(entry => which(entry.Key)).Select(entry => entry.Value.Notebook)];
        }
    }

    private void Leave(Entry entry)
    {
        lock (_lock)
        {
            if (--entry.Uses == 0)
            {
                entry.LeftAt = time.GetUtcNow();
                entry.Left = _left.AddLast(entry);
            }

            while (_left.First?.Value is { } oldest && (_left.Count > MaxLeft || oldest.LeftAt < time.GetUtcNow() - LeftFor))
            {
                _left.RemoveFirst();
                _entries.Remove(oldest.Notebook.Key);
                oldest.Notebook.Leave();
            }
        }
    }

    /// <summary>A copy in use; dispose to release it.</summary>
    internal sealed class Use(OpenNotebooks all, Entry entry) : IDisposable
    {
        private int _isLeft;

        public NotebookCopy Notebook => entry.Notebook;

        public IDisposable? Watching { get; set; }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isLeft, 1) == 0)
            {
                Watching?.Dispose();
                all.Leave(entry);
            }
        }
    }

    internal sealed class Entry(NotebookCopy notebook)
    {
        public NotebookCopy Notebook { get; } = notebook;

        public int Uses { get; set; }

        public LinkedListNode<Entry>? Left { get; set; }

        public DateTimeOffset LeftAt { get; set; }
    }
}
