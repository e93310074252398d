using AslTutorial.Web.Hosting;
using Npgsql;

namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>Which database the site uses: SQLite in its storage folder, or a PostgreSQL database shared with other nodes.</summary>
internal sealed class DatabaseChoice
{
    private const string Setting = "AslTutorial:Cluster:Database";

    /// <param name="connection">A PostgreSQL connection string; empty for SQLite.</param>
    /// <exception cref="StartFaultException">It is not a valid connection string.</exception>
    public DatabaseChoice(string connection)
    {
        try
        {
            Connection = connection.Length > 0 ? new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "AslTutorial" } : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException)
        {
            // Without the exception's message, which may contain the password.
            throw new StartFaultException($"{Setting} is a connection string such as Host=10.0.0.5;Database=asl;Username=asl;Password=...; this one cannot be read", e);
        }

        if (Connection is { Host: null or "" })
        {
            throw new StartFaultException($"{Setting} names no server: begin it with Host=");
        }
    }

    /// <summary>Null for SQLite.</summary>
    public NpgsqlConnectionStringBuilder? Connection { get; }

    public bool IsShared => Connection is not null;

    /// <summary>For messages; without the password.</summary>
    public string Name => Connection is { } c ? $"{c.Database} at {Server}" : "";

    /// <summary>One sentence: what is wrong and what to do.</summary>
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
