using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Persistence.Copies;

/// <summary>Restores a backup into the empty storage folder of a site that is not running.</summary>
internal sealed class StorageRestore(StorageFolder folder)
{
    /// <exception cref="CopyFaultException">The backup is incomplete, or the storage folder is not empty.</exception>
    public async Task<BackupList> ReadAsync(string backup, CancellationToken cancel)
    {
        backup = Path.GetFullPath(backup);
        var list = await BackupList.ReadAsync(backup, cancel);
        if (Directory.Exists(folder.Root) && Directory.EnumerateFileSystemEntries(folder.Root).Any())
        {
            throw new CopyFaultException($"the storage folder '{folder.Root}' is not empty; move it away, or name another by AslTutorial:Storage:Directory");
        }

        await CheckAsync(backup, list, cancel);
        try
        {
            folder.Prepare();
            // The database last: a folder without it does not count as a site's storage.
            foreach (var file in list.Files.OrderBy(file => file.Path == StorageBackup.DatabaseName))
            {
                var target = Path.Combine(folder.Root, file.Path);
                OwnersOnly.MakeFolders(folder.Root, Path.GetDirectoryName(target)!);
                var aside = $"{target}.{Guid.NewGuid():n}.part";
                await using (var source = File.OpenRead(Path.Combine(backup, file.Path)))
                await using (var copy = OwnersOnly.CreateFile(aside))
                {
                    await source.CopyToAsync(copy, cancel);
                    copy.Flush(flushToDisk: true);
                }

                // Prepare has already made an empty database.
                File.Move(aside, target, overwrite: file.Path == StorageBackup.DatabaseName);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or StartFaultException)
        {
            throw new CopyFaultException($"the backup could not be put back: {e.Message.ReplaceLineEndings(" ")}", e);
        }

        return list;
    }

    private static async Task CheckAsync(string backup, BackupList list, CancellationToken cancel)
    {
        foreach (var file in list.Files)
        {
            var path = Path.GetFullPath(Path.Combine(backup, file.Path));
            if (!path.StartsWith(backup + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(path)
                || await BackupList.DescribeAsync(backup, path, cancel) != file)
            {
                throw new CopyFaultException($"the backup is not whole: '{file.Path}' is missing or is not what {BackupList.FileName} says");
            }
        }

        if (!list.Files.Any(file => file.Path == StorageBackup.DatabaseName))
        {
            throw new CopyFaultException($"the backup is not whole: it has no {StorageBackup.DatabaseName}");
        }
    }
}
