using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Persistence.Condition;

/// <summary>Tries what the site needs of its storage; each probe answers with what is wrong, or null.</summary>
internal sealed class StorageProbes(
    StorageFolder folder, FolderIdentity identity, KeyFiles keys, IDataProtectionProvider protection, IOptions<RoomOptions> options)
{
    public const string Folder = "folder";
    public const string Write = "write";
    public const string Space = "space";
    public const string Keys = "keys";
    public const string Database = "database";

    private const int ProbeBytes = 4_096;

    /// <summary>Shorter than the site's own patience: whoever asks for its health waits.</summary>
    private const int DatabaseSeconds = 2;

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

    /// <summary>Null where the system does not say.</summary>
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
        if (keys.Damaged() is { Count: > 0 } damaged)
        {
            return new(Keys, $"The key file {damaged[0]} cannot be read; learners whose cookies it sealed are strangers now. Restore it from a backup, or delete it, and restart the site.");
        }

        try
        {
            byte[] sample = [1, 2, 3];
            return _protector.Unprotect(_protector.Protect(sample)).SequenceEqual(sample)
                ? null
                : new(Keys, "The key that seals cookies does not open what it has sealed. Restart the site.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return new(Keys, "There is no key that seals cookies: the folder of the keys cannot be used. Restore it from a backup and restart the site.");
        }
    }

    public StorageFault? FindDatabase()
    {
        try
        {
            using var connection = Open(SqliteOpenMode.ReadWrite);
            // One by one: what follows a query in the same command fails without a word.
            Execute(connection, "SELECT COUNT(*) FROM Runs WHERE State = 'Running'");
            Execute(connection, "BEGIN IMMEDIATE");
            Execute(connection, "ROLLBACK");
            return null;
        }
        catch (SqliteException e)
        {
            return new(Database, Describe(e));
        }
    }

    /// <summary>Reads the whole database: may take long.</summary>
    public StorageFault? CheckDatabase()
    {
        try
        {
            using var connection = Open(SqliteOpenMode.ReadOnly);
            using var command = connection.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = "PRAGMA quick_check(1)";
            return command.ExecuteScalar() as string == "ok" ? null : Damaged();
        }
        catch (SqliteException e)
        {
            return e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB ? Damaged() : new(Database, Describe(e));
        }
    }

    private static StorageFault Damaged() => new(Database, "The database is damaged. End the site and restore a backup.");

    private static string Describe(SqliteException fault) => fault.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => "The database is locked by another program for longer than the site waits.",
        SQLitePCL.raw.SQLITE_FULL => "The database cannot grow: the disk is full.",
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => Damaged().Text,
        SQLitePCL.raw.SQLITE_READONLY => "The database cannot be written to: its file or disk is read-only.",
        _ => $"The database does not answer (SQLite error {fault.SqliteErrorCode}); the site's log may say more.",
    };

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        // Of its own: a pooled connection would go on with a file that was deleted.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = folder.Database,
            Mode = mode,
            DefaultTimeout = DatabaseSeconds,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // It is one of the three above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteScalar();
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Swept at the next start.
        }
    }
}
