namespace AslTutorial.Web.Persistence;

/// <summary>Stores the files of executions in the storage folder as runs/ID/NAME.</summary>
internal sealed class RunFolders(StorageFolder folder, ILogger<RunFolders> log) : IRunStore
{
    public Task<bool> WriteAsync(RunFile file, Stream content, long limit, Func<Task<bool>> commit, string? keepPrevious, CancellationToken cancel) =>
        SafeFile.WriteAsync(
            PathOf(file), content, limit, commit, keepPrevious is null ? null : PathOf(file with { Name = keepPrevious }), cancel);

    public Task<Stream?> OpenAsync(RunFile file, CancellationToken cancel) => Task.FromResult<Stream?>(SafeFile.Open(PathOf(file)));

    public Task<long?> VersionAsync(RunFile file, CancellationToken cancel)
    {
        var found = new FileInfo(PathOf(file));
        return Task.FromResult<long?>(found.Exists ? found.LastWriteTimeUtc.Ticks : null);
    }

    public Task<bool> CopyAsync(RunFile from, RunFile to, CancellationToken cancel)
    {
        if (!File.Exists(PathOf(from)))
        {
            return Task.FromResult(false);
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(to))!);
            File.Copy(PathOf(from), PathOf(to), overwrite: true);
            return Task.FromResult(true);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult(false);
        }
    }

    public Task<IReadOnlyList<string>> ListAsync(Guid executionId, string folder, CancellationToken cancel)
    {
        var own = PathOf(new(executionId, ""));
        var all = new DirectoryInfo(PathOf(new(executionId, folder)));
        return Task.FromResult<IReadOnlyList<string>>(
            all.Exists
                ? [.. all.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(own, file.FullName).Replace('\\', '/'))]
                : []);
    }

    public Task DeleteAsync(Guid executionId, string? name, CancellationToken cancel)
    {
        var path = PathOf(new(executionId, name ?? ""));
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }
        }
        catch (DirectoryNotFoundException)
        {
            // Already deleted.
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<RunFolder>> MeasureAsync(string folder, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<RunFolder>>([.. Executions().Select(one => Measure(one.Id, folder)).OfType<RunFolder>()]);

    public Task<RunFolder?> MeasureAsync(Guid executionId, string folder, CancellationToken cancel) => Task.FromResult(Measure(executionId, folder));

    /// <summary>Nothing to do: there are no other nodes.</summary>
    public Task UseAsync(Guid executionId, string folder, CancellationToken cancel) => Task.CompletedTask;

    public Task<int> SweepAsync(IReadOnlySet<Guid> known, DateTimeOffset before, CancellationToken cancel) => Task.FromResult(
        Executions().Where(one => !known.Contains(one.Id) && new DirectoryInfo(one.Path).LastWriteTimeUtc < before).ToList().Count(one => TryDelete(one.Path)));

    private IEnumerable<(Guid Id, string Path)> Executions() => Directory.Exists(folder.Runs)
        ? from path in Directory.EnumerateDirectories(folder.Runs)
          let id = Guid.TryParse(Path.GetFileName(path), out var parsed) ? parsed : (Guid?)null
          where id is not null
          select (id.Value, path)
        : [];

    private RunFolder? Measure(Guid executionId, string name)
    {
        var all = new DirectoryInfo(PathOf(new(executionId, name)));
        return all.Exists
            ? new(executionId, all.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length), all.LastWriteTimeUtc)
            : null;
    }

    private bool TryDelete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("{File} could not be cleared away: {Reason}", Path.GetFileName(path), e.Message);
            return false;
        }
    }

    private string PathOf(RunFile file) => Path.Combine(folder.Runs, file.ExecutionId.ToString(), file.Name);
}
