namespace AslTutorial.Web.Content.Saved;

/// <summary>
/// Reports possible changes of files in a folder or below it: by file system events, or by polling every half second where the
/// system has no events.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    /// <summary>Below a second, so that authors see a saved text within that time.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly string _folder;
    private readonly Action _changed;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private FileSystemWatcher? _told;
    private ITimer? _looks;
    private int _stamp;
    private bool _gone;

    /// <param name="folder">Must exist.</param>
    /// <param name="changed">Called from any thread, often several times for one save.</param>
    /// <param name="time">The clock for polling.</param>
    /// <param name="mustLook">Force polling: many mounted folders raise no events.</param>
    public FolderWatch(string folder, Action changed, TimeProvider time, bool mustLook = false)
    {
        (_folder, _changed, _time) = (folder, changed, time);
        if (mustLook || !TryListen())
        {
            Look();
        }
    }

    public string Folder => _folder;

    /// <summary>Whether it polls.</summary>
    public bool IsLooking => _looks is not null;

    public void Dispose()
    {
        lock (_lock)
        {
            _gone = true;
            _told?.Dispose();
            _looks?.Dispose();
        }
    }

    private bool TryListen()
    {
        var told = new FileSystemWatcher(_folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };

        // Editors save in different ways: write the file, write another and rename it, or both.
        told.Changed += (_, _) => _changed();
        told.Created += (_, _) => _changed();
        told.Deleted += (_, _) => _changed();
        told.Renamed += (_, _) => _changed();
        told.Error += (_, error) => OnError(error.GetException());
        try
        {
            told.EnableRaisingEvents = true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            // Most often the system's limit of watched folders is reached.
            told.Dispose();
            return false;
        }

        _told = told;
        return true;
    }

    // A buffer overflow (too many events at once) just counts as a change.
    private void OnError(Exception fault)
    {
        if (fault is not InternalBufferOverflowException)
        {
            Look();
        }

        _changed();
    }

    private void Look()
    {
        lock (_lock)
        {
            if (!_gone && _looks is null)
            {
                _stamp = FolderStamp.Of(_folder);
                _looks = _time.CreateTimer(_ => Compare(), null, Interval, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Compare()
    {
        var stamp = FolderStamp.Of(_folder);
        bool isOther;
        lock (_lock)
        {
            isOther = !_gone && stamp != _stamp;
            _stamp = stamp;
            if (!_gone)
            {
                _looks!.Change(Interval, Timeout.InfiniteTimeSpan);
            }
        }

        if (isOther)
        {
            _changed();
        }
    }
}
