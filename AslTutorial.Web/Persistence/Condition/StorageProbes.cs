using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Persistence.Condition;

/// <summary>Tests what the site needs of its storage; each probe returns a fault or null.</summary>
internal sealed class StorageProbes(
    StorageFolder folder, FolderIdentity identity, ISealingKeys keys, IDataProtectionProvider protection, IOptions<RoomOptions> options)
{
    public const string Folder = "folder";
    public const string Write = "write";
    public const string Space = "space";
    public const string Keys = "keys";
    public const string Database = "database";

    private const int ProbeBytes = 4_096;

    private const int Megabyte = 20;

    private readonly IDataProtector _protector = protection.CreateProtector("AslTutorial.Probe.v1");

    public StorageFault? FindFolder() => identity.IsSame()
        ? null
        : new(Folder, "The storage folder is not the one that the site has started with: it was deleted or replaced. Put it back, or restart the site, from a backup where need be.");

    public StorageFault? FindWrite()
    {
        if (!Directory.Exists(folder.Root))
        {
            return new(Write, "The storage folder is gone. Restore it from a backup and restart the site.");
        }

        var path = Path.Combine(folder.Root, $"{StorageFolder.ProbePrefix}{Guid.NewGuid():n}");
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            file.Write(new byte[ProbeBytes]);
            file.Flush(flushToDisk: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(Write, "Nothing can be written into the storage folder: its disk is full, read-only or broken, or its permissions are wrong.");
        }
        finally
        {
            TryDelete(path);
        }
    }

    /// <summary>Null if the system does not tell.</summary>
    public long? FreeBytes()
    {
        try
        {
            return new DriveInfo(folder.Root).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    public (StorageRoom Room, StorageFault? Fault) JudgeSpace(long? free)
    {
        var (runs, work) = ((long)options.Value.RunsNeedMegabytes << Megabyte, (long)options.Value.WorkNeedsMegabytes << Megabyte);
        return free switch
        {
            { } bytes when bytes < work => (StorageRoom.NoWork, new(
                Space, $"The disk of the storage folder has {bytes >> Megabyte} MB left: no runs are taken and no attempts are kept until {options.Value.WorkNeedsMegabytes} MB are free.")),
            { } bytes when bytes < runs => (StorageRoom.NoRuns, new(
                Space, $"The disk of the storage folder has {bytes >> Megabyte} MB left: no runs are taken until {options.Value.RunsNeedMegabytes} MB are free.")),
            _ => (StorageRoom.Enough, null),
        };
    }

    public StorageFault? FindKeys()
    {
        try
        {
            if (keys.Damaged() is { Count: > 0 } damaged)
            {
                return new(Keys, $"The {damaged[0]} cannot be read; learners whose cookies it sealed are strangers now. Restore it from a backup, or delete it, and restart the site.");
            }

            byte[] sample = [1, 2, 3];
            return _protector.Unprotect(_protector.Protect(sample)).SequenceEqual(sample)
                ? null
                : new(Keys, "The key that seals cookies does not open what it has sealed. Restart the site.");
        }
        catch (Exception e) when (e is DbException or { InnerException: DbException })
        {
            // A fault of the database, which has its own probe.
            return null;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return new(Keys, "There is no key that seals cookies: the folder of the keys cannot be used. Restore it from a backup and restart the site.");
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // StorageSweep deletes it at the next start.
        }
    }
}
