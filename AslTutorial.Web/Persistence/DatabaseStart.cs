using AslTutorial.Web.Hosting;
using AslTutorial.Web.Persistence.Migrations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Persistence;

/// <summary>Migrates the database to this program's version. The folder's lock keeps other processes out.</summary>
internal sealed class DatabaseStart(IDbContextFactory<SiteDb> databases, StorageFolder folder, ILogger<DatabaseStart> log) : IDatabaseStart, IDisposable
{
    /// <summary>After this time a start that still waits is logged.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    private SqliteConnection? _held;

    public void Dispose() => _held?.Dispose();

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancel)
    {
        var work = PrepareAsync(cancel);
        while (await Task.WhenAny(work, Task.Delay(Silence, cancel)) != work)
        {
            log.LogWarning("The site waits for its database {Database}: another program may hold it, or it is being brought to a new version", folder.Database);
        }

        try
        {
            await work;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            throw new StartFaultException($"the database '{folder.Database}' is locked by another program; end it and start again", e);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_FULL)
        {
            throw new StartFaultException($"the database '{folder.Database}' cannot be written to: the disk is full", e);
        }
        catch (SqliteException e)
        {
            throw new StartFaultException(
                $"the database '{folder.Database}' cannot be used ({e.Message.ReplaceLineEndings(" ")}); restore a backup, or move it away to begin with an empty one", e);
        }
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var known = db.Database.GetMigrations().ToList();
        var applied = File.Exists(folder.Database) ? (await db.Database.GetAppliedMigrationsAsync(cancel)).ToHashSet(StringComparer.Ordinal) : [];
        NewerVersion.Refuse(known, applied, folder.Database, other: "storage folder");
        if (known.Count > applied.Count)
        {
            await ForgetDeadMigratorAsync(db, cancel);
            await db.Database.MigrateAsync(cancel);
        }

        // With a write-ahead log, readers and the writer do not block each other. The mode is stored in the file.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancel);
        await HoldAsync(cancel);
    }

    /// <summary>
    /// Keeps one connection open while the site lives: SQLite deletes the index of its write-ahead log with the last one, and on a full
    /// disk could not make it again, not even to read.
    /// </summary>
    private async Task HoldAsync(CancellationToken cancel)
    {
        _held = new(new SqliteConnectionStringBuilder { DataSource = folder.Database, Pooling = false }.ToString());
        await _held.OpenAsync(cancel);
        await using var command = _held.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master";
        await command.ExecuteScalarAsync(cancel);
    }

    /// <summary>Removes the migration lock of a killed process, for which EF would wait forever.</summary>
    private async Task ForgetDeadMigratorAsync(SiteDb db, CancellationToken cancel)
    {
        var there = await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (there > 0 && await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancel) > 0)
        {
            log.LogWarning("An earlier start was ended while it brought the database to a new version; it is gone on with");
        }
    }
}
