using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Persistence.Copies;

/// <summary>Deletes what a killed process has left in the storage folder. Meanwhile the folder must be this site's alone.</summary>
internal sealed class StorageSweep(
    StorageFolder folder, IRunStore store, IDbContextFactory<SiteDb> databases, TimeProvider time, ILogger<StorageSweep> log)
{
    /// <summary>Minimum age of files without a run in the database: younger ones may belong to a backup that is being restored.</summary>
    private static readonly TimeSpan OrphanAge = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        var files = Parts().Count(TryDelete);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var known = (await db.Runs.AsNoTracking().Select(run => run.ExecutionId).ToListAsync(cancel)).ToHashSet();
        known.UnionWith((await db.Runs.AsNoTracking().Select(run => run.TrunkId).ToListAsync(cancel)).OfType<Guid>());
        var runs = await store.SweepAsync(known, time.GetUtcNow() - OrphanAge, cancel);
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

    private bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("{File} could not be cleared away: {Reason}", Path.GetFileName(path), e.Message);
            return false;
        }
    }
}
