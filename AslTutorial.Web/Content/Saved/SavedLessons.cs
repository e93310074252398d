using AslTutorial.Lessons.Library;

namespace AslTutorial.Web.Content.Saved;

/// <summary>Watches the folders of lessons and figures, from the first page that needs it.</summary>
internal sealed class SavedLessons : ISavedLessons, IDisposable
{
    /// <summary>The variable that makes .NET's own file watchers poll, too.</summary>
    private const string MustLook = "DOTNET_USE_POLLING_FILE_WATCHER";

    private readonly Debounce _saves;
    private readonly List<FolderWatch> _watches;

    public SavedLessons(LessonLibrary library, TimeProvider time, IConfiguration configuration, ILogger<SavedLessons> logger)
    {
        _saves = new(time, () => Saved?.Invoke());
        var mustLook = configuration[MustLook] is "1" or "true" or "True";
        _watches = [.. new[] { library.Directory, Figures(library) }
            .OfType<string>()
            .Where(Directory.Exists)
            .Select(folder => new FolderWatch(folder, _saves.Poke, time, mustLook))];
        foreach (var folder in _watches.Where(watch => watch.IsLooking))
        {
            logger.LogInformation("The system does not tell of saved files in {Folder}: it is looked at every {Interval} ms.", folder.Folder, FolderWatch.Interval.TotalMilliseconds);
        }
    }

    public event Action? Saved;

    public void Dispose()
    {
        _watches.ForEach(watch => watch.Dispose());
        _saves.Dispose();
    }

    // Before the first figure there is no such folder, so its parent is watched.
    private static string? Figures(LessonLibrary library) => library.WebRoot is not { } webRoot ? null
        : Path.Combine(webRoot, "figures") is var figures && Directory.Exists(figures) ? figures
        : webRoot;
}
