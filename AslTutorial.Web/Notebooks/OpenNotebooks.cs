using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Notebooks;

/// <summary>The notebooks that somebody works with or watches, one owner for each, and some that were left a moment ago.</summary>
internal sealed class OpenNotebooks(NotebookStore store, SiteWriter writer, TimeProvider time, ILogger<Notebook> log)
{
    /// <summary>Kept for whoever comes back; one with many pictures is of some hundred kilobytes.</summary>
    private const int MaxLeft = 200;

    private static readonly TimeSpan LeftFor = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<NotebookKey, Entry> _entries = [];
    private readonly LinkedList<Entry> _left = [];

    /// <summary>How many are worked with or watched.</summary>
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

    /// <summary>The owner, for as long as what is returned is held.</summary>
    public Use Hold(NotebookKey key)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                _entries[key] = entry = new(new(key, store, writer, log));
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

    /// <inheritdoc cref="Notebook.ChangeAsync"/>
    public async Task<NotebookNow> ChangeAsync(NotebookKey key, Func<NotebookContent, NotebookWrite?> decide)
    {
        using var held = Hold(key);
        return await held.Notebook.ChangeAsync(decide);
    }

    /// <summary>Calls back after every change, until disposed of.</summary>
    public IDisposable Watch(NotebookKey key, Action changed)
    {
        var held = Hold(key);
        held.Watching = held.Notebook.Watch(changed);
        return held;
    }

    /// <summary>The learner's rows are not what they were: all that is open of them is read anew.</summary>
    public async Task ForgetAsync(string learner)
    {
        foreach (var notebook in All(key => key.Learner == learner))
        {
            await notebook.ForgetAsync();
        }
    }

    /// <summary>Tells the watchers of every notebook.</summary>
    public void TellAll() => All(_ => true).ForEach(notebook => notebook.Tell());

    private List<Notebook> All(Func<NotebookKey, bool> which)
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
            }
        }
    }

    /// <summary>A notebook that is held.</summary>
    internal sealed class Use(OpenNotebooks all, Entry entry) : IDisposable
    {
        private int _isLeft;

        public Notebook Notebook => entry.Notebook;

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

    internal sealed class Entry(Notebook notebook)
    {
        public Notebook Notebook { get; } = notebook;

        public int Uses { get; set; }

        public LinkedListNode<Entry>? Left { get; set; }

        public DateTimeOffset LeftAt { get; set; }
    }
}
