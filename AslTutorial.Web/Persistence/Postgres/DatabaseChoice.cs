using AslTutorial.Web.Hosting;
using Npgsql;

namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>Which database the site keeps its work in: the file in its storage folder, or one that it shares with other nodes.</summary>
internal sealed class DatabaseChoice
{
    private const string Setting = "AslTutorial:Cluster:Database";

    /// <param name="connection">PostgreSQL's connection string; empty for the file.</param>
    /// <exception cref="StartFaultException">It is no connection string.</exception>
    public DatabaseChoice(string connection)
    {
        try
        {
            Connection = connection.Length > 0 ? new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "AslTutorial" } : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException)
        {
            // Not the reason itself, which may repeat the password.
            throw new StartFaultException($"{Setting} is a connection string such as Host=10.0.0.5;Database=asl;Username=asl;Password=...; this one cannot be read", e);
        }

        if (Connection is { Host: null or "" })
        {
            throw new StartFaultException($"{Setting} names no server: begin it with Host=");
        }
    }

    /// <summary>How the shared database is reached; null where there is none.</summary>
    public NpgsqlConnectionStringBuilder? Connection { get; }

    public bool IsShared => Connection is not null;

    /// <summary>The shared database, without its password.</summary>
    public string Name => Connection is { } c ? $"{c.Database} at {Server}" : "";

    /// <summary>What is wrong, in one sentence, and what to do.</summary>
    public string Explain(NpgsqlException fault) => fault is not PostgresException { SqlState: var state }
        ? $"PostgreSQL at {Server} does not answer ({OneLine((fault.InnerException ?? fault).Message)}); start it, or correct {Setting}"
        : state switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"PostgreSQL at {Server} refuses the user '{Connection?.Username}' or the password in {Setting}",
            PostgresErrorCodes.InvalidCatalogName => $"there is no database '{Connection?.Database}' at {Server}; create it (createdb), or correct {Setting}",
            PostgresErrorCodes.InsufficientPrivilege => $"the user '{Connection?.Username}' may not do what the site needs in the database {Name}; make it the database's owner",
            PostgresErrorCodes.ReadOnlySqlTransaction => $"the database {Name} is read-only; name the primary server in {Setting}",
            PostgresErrorCodes.DiskFull => $"the database {Name} cannot be written to: its disk is full",
            PostgresErrorCodes.TooManyConnections => $"PostgreSQL at {Server} has no connection left; raise max_connections, or end what holds them",
            PostgresErrorCodes.CannotConnectNow => $"PostgreSQL at {Server} is starting or stopping; try again in a moment",
            _ => $"the database {Name} cannot be used ({OneLine(fault.Message)})",
        };

    private string Server => $"{Connection?.Host}:{Connection?.Port}";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
