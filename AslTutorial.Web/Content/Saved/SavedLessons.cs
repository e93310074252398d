using AslTutorial.Lessons.Library;

namespace AslTutorial.Web.Content.Saved;

/// <summary>Watches the folders of the lessons and of their figures from the first page that asks for it on.</summary>
internal sealed class SavedLessons : ISavedLessons, IDisposable
{
    /// <summary>The variable by which .NET's other watchers are told the same.</summary>
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

    // Where the first figure is still to come, so is its folder: the one above is watched for it.
    private static string? Figures(LessonLibrary library) => library.WebRoot is not { } webRoot ? null
        : Path.Combine(webRoot, "figures") is var figures && Directory.Exists(figures) ? figures
        : webRoot;
}
