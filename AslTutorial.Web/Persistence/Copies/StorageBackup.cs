using Microsoft.Data.Sqlite;

namespace AslTutorial.Web.Persistence.Copies;

/// <summary>
/// Backs up a running site: first the database (by SQLite's own backup), then keys and files of runs. Files are written before the
/// database refers to them, so the copy has every file that its database refers to. All of it is its owner's alone: with the keys in it,
/// anyone could act as any learner.
/// </summary>
internal sealed class StorageBackup(StorageFolder folder, TimeProvider time)
{
    public const string DatabaseName = "site.db";
    public const string KeysName = "keys";
    public const string RunsName = "runs";

    private const int BusySeconds = 30;

    /// <param name="destination">A folder that does not exist yet or is empty.</param>
    /// <exception cref="CopyFaultException">There is no storage to back up, or the destination is unusable.</exception>
    public async Task<BackupList> WriteAsync(string destination, CancellationToken cancel)
    {
        destination = Path.GetFullPath(destination);
        if (!File.Exists(folder.Database))
        {
            throw new CopyFaultException($"there is no site's storage in '{folder.Root}': it has no {DatabaseName}");
        }

        if (File.Exists(destination) || (Directory.Exists(destination) && Directory.EnumerateFileSystemEntries(destination).Any()))
        {
            throw new CopyFaultException($"'{destination}' is there already; a backup goes into a new folder");
        }

        if (Path.GetRelativePath(folder.Root, destination) is var inside && !inside.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(inside))
        {
            throw new CopyFaultException("a backup goes outside the storage folder");
        }

        var aside = $"{destination}.{Guid.NewGuid():n}{UnfinishedBackups.Ending}";
        try
        {
            UnfinishedBackups.Sweep(Path.GetDirectoryName(destination)!);
            using var held = UnfinishedBackups.Hold(aside);
            OwnersOnly.MakeFolder(aside);
            await Task.Run(() => CopyDatabase(Path.Combine(aside, DatabaseName)), cancel);
            await CopyFolderAsync(folder.Keys, Path.Combine(aside, KeysName), cancel);
            await CopyFolderAsync(folder.Runs, Path.Combine(aside, RunsName), cancel);
            var files = new List<CopiedFile>();
            foreach (var path in Directory.EnumerateFiles(aside, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                files.Add(await BackupList.DescribeAsync(aside, path, cancel));
            }

            var list = new BackupList(BackupList.CurrentVersion, time.GetUtcNow(), files);
            await list.WriteAsync(aside, cancel);
            if (Directory.Exists(destination))
            {
                Directory.Delete(destination);
            }

            Directory.Move(aside, destination);
            return list;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new CopyFaultException($"the backup could not be made: {e.Message.ReplaceLineEndings(" ")}", e);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    private void CopyDatabase(string path)
    {
        using var from = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = folder.Database,
            Mode = SqliteOpenMode.ReadWrite,
            DefaultTimeout = BusySeconds,
            Pooling = false,
        }.ToString());
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        OwnersOnly.CreateFile(path).Dispose();
        from.Open();
        to.Open();
        // In one step: in several, SQLite starts over at each write of the site.
        from.BackupDatabase(to);
        using var single = to.CreateCommand();
        single.CommandText = "PRAGMA journal_mode=DELETE;";
        single.ExecuteNonQuery();
    }

    private static async Task CopyFolderAsync(string from, string to, CancellationToken cancel)
    {
        OwnersOnly.MakeFolder(to);
        if (!Directory.Exists(from))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            if (path.EndsWith(".part", StringComparison.Ordinal) || SafeFile.Open(path) is not { } source)
            {
                // Unfinished, or deleted since it was listed.
                continue;
            }

            await using (source)
            {
                var copy = Path.Combine(to, Path.GetRelativePath(from, path));
                OwnersOnly.MakeFolders(to, Path.GetDirectoryName(copy)!);
                await using var target = OwnersOnly.CreateFile(copy);
                await source.CopyToAsync(target, cancel);
                target.Flush(flushToDisk: true);
            }
        }
    }
}
