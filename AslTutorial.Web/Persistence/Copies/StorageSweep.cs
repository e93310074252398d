using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Persistence.Copies;

/// <summary>Clears away what a process that died has left in the storage folder. The folder is this site's alone while it does.</summary>
internal sealed class StorageSweep(StorageFolder folder, IDbContextFactory<SiteDb> databases, TimeProvider time, ILogger<StorageSweep> log)
{
    /// <summary>Files of a run that the database does not know: younger ones may have come with a backup that is being put back.</summary>
    private static readonly TimeSpan OrphanAge = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        var files = Parts().Count(TryDelete);
        var runs = 0;
        if (Directory.Exists(folder.Runs))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var known = (await db.Runs.AsNoTracking().Select(run => run.ExecutionId).ToListAsync(cancel)).ToHashSet();
            known.UnionWith((await db.Runs.AsNoTracking().Select(run => run.TrunkId).ToListAsync(cancel)).OfType<Guid>());
            runs = Directory.EnumerateDirectories(folder.Runs).Where(path => IsOrphan(path, known)).ToList().Count(TryDeleteFolder);
        }

        if (files + runs > 0)
        {
            log.LogInformation("Cleared away: {Files} unfinished files and the files of {Runs} runs that are no more", files, runs);
        }
    }

    private List<string> Parts() =>
    [
        .. Directory.EnumerateFiles(folder.Root, $"{StorageFolder.ProbePrefix}*"),
        .. new[] { folder.Runs, folder.Keys, folder.DataSets }
            .Where(Directory.Exists)
            .SelectMany(path => Directory.EnumerateFiles(path, "*.part", SearchOption.AllDirectories)),
    ];

    private bool IsOrphan(string path, HashSet<Guid> known) =>
        Guid.TryParse(Path.GetFileName(path), out var id) && !known.Contains(id)
        && time.GetUtcNow() - new DirectoryInfo(path).LastWriteTimeUtc > OrphanAge;

    private bool TryDelete(string path) => Try(path, () => File.Delete(path));

    private bool TryDeleteFolder(string path) => Try(path, () => Directory.Delete(path, recursive: true));

    private bool Try(string path, Action delete)
    {
        try
        {
            delete();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("{File} could not be cleared away: {Reason}", Path.GetFileName(path), e.Message);
            return false;
        }
    }
}
