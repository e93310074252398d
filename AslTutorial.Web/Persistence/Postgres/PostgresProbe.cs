using AslTutorial.Web.Persistence.Condition;
using Npgsql;

namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>Probes the database that several nodes share.</summary>
internal sealed class PostgresProbe(DatabaseChoice choice, ILogger<PostgresProbe> log) : IDatabaseProbe
{
    /// <summary>Shorter than the site's own timeout, because a health check waits for it.</summary>
    private const int Seconds = 2;

    /// <inheritdoc/>
    public StorageFault? Find()
    {
        try
        {
            var probe = $"probe-{Guid.NewGuid():n}";
            using var connection = Open();
            using var transaction = connection.BeginTransaction();
            Execute(connection, """SELECT COUNT(*) FROM "Runs" WHERE "State" = 'Running'""");
            // Invisible to others, but its commit shows that the server can write to its disk.
            Execute(connection, $"""INSERT INTO "SealingKeys" ("Name", "Xml") VALUES ('{probe}', '')""");
            Execute(connection, $"""DELETE FROM "SealingKeys" WHERE "Name" = '{probe}'""");
            transaction.Commit();
            return null;
        }
        catch (NpgsqlException e)
        {
            return new(StorageProbes.Database, Describe(e));
        }
    }

    /// <summary>PostgreSQL checks its files itself.</summary>
    public StorageFault? Check() => null;

    /// <inheritdoc/>
    public DatabaseUse Measure()
    {
        try
        {
            using var connection = Open();
            using var command = new NpgsqlCommand(
                """
                SELECT pg_database_size(current_database()), COALESCE(SUM("Length"), 0)::bigint,
                    COALESCE(SUM("Length") FILTER (WHERE "Name" LIKE 'epochs/%'), 0)::bigint
                FROM "StoredFiles"
                """,
                connection);
            using var reader = command.ExecuteReader();
            reader.Read();
            var (all, files, epochs) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
            return new(Math.Max(0, all - files), files - epochs, epochs);
        }
        catch (NpgsqlException e)
        {
            log.LogWarning("The size of the database is not known: {Reason}", choice.Explain(e));
            return default;
        }
    }

    /// <summary>Without the server's name, because anyone may read it.</summary>
    private static string Describe(NpgsqlException fault) => fault is PostgresException { SqlState: var state }
        ? state switch
        {
            PostgresErrorCodes.DiskFull => "The database cannot grow: its server's disk is full.",
            PostgresErrorCodes.ReadOnlySqlTransaction => "The database cannot be written to: it is read-only.",
            PostgresErrorCodes.TooManyConnections => "The database takes no more connections.",
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => "The database is damaged. End all nodes and restore a backup.",
            _ => $"The database refuses what the site needs of it (PostgreSQL error {state}); the site's log may say more.",
        }
        : "The database does not answer: its server is down, or cannot be reached from here.";

    private NpgsqlConnection Open()
    {
        // Not pooled: an open connection may hide that the server takes no new ones.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(choice.Connection!.ConnectionString)
        {
            Pooling = false,
            Timeout = Seconds,
            CommandTimeout = Seconds,
        }.ConnectionString);
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

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // It is one of the three above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteScalar();
    }
}
