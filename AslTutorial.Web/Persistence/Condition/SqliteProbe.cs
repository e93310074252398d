using Microsoft.Data.Sqlite;

namespace AslTutorial.Web.Persistence.Condition;

/// <summary>Probes the database in the storage folder.</summary>
internal sealed class SqliteProbe(StorageFolder folder) : IDatabaseProbe
{
    /// <summary>Shorter than the site's own busy timeout, because a health check waits for it.</summary>
    private const int DatabaseSeconds = 2;

    /// <inheritdoc/>
    public StorageFault? Find()
    {
        try
        {
            using var connection = Open(SqliteOpenMode.ReadWrite);
            // Separate commands: in one command, errors after a query are silently ignored.
            Execute(connection, "SELECT COUNT(*) FROM Runs WHERE State = 'Running'");
            Execute(connection, "BEGIN IMMEDIATE");
            Execute(connection, "ROLLBACK");
            return null;
        }
        catch (SqliteException e)
        {
            return new(StorageProbes.Database, Describe(e));
        }
    }

    /// <inheritdoc/>
    public StorageFault? Check()
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
            return e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB ? Damaged() : new(StorageProbes.Database, Describe(e));
        }
    }

    /// <inheritdoc/>
    public DatabaseUse Measure() => default;

    private static StorageFault Damaged() => new(StorageProbes.Database, "The database is damaged. End the site and restore a backup.");

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
        // Not pooled: a pooled connection would go on using a deleted file.
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
}
