using AslTutorial.Web.Hosting;
using AslTutorial.Web.Persistence.Migrations;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>
/// Migrates the shared database to this program's version and makes sure that it has a cookie key. Of several nodes that start at
/// once only one does this, while the others wait.
/// </summary>
internal sealed class PostgresStart(
    IDbContextFactory<SiteDb> databases,
    DatabaseChoice choice,
    IKeyManager keys,
    IOptions<KeyManagementOptions> keyOptions,
    TimeProvider time,
    ILogger<PostgresStart> log) : IDatabaseStart
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancel)
    {
        var work = PrepareAsync(cancel);
        while (await Task.WhenAny(work, Task.Delay(Silence, cancel)) != work)
        {
            log.LogWarning("The site waits for its database {Database}: another node brings it to a new version, or the server is slow", choice.Name);
        }

        try
        {
            await work;
        }
        catch (NpgsqlException e)
        {
            throw new StartFaultException(choice.Explain(e), e);
        }
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        await using var alone = await LockAsync(cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        NewerVersion.Refuse(known, applied, choice.Name, other: "database");
        if (known.Count > applied.Count)
        {
            await db.Database.MigrateAsync(cancel);
        }

        // Otherwise two nodes could each make a first key and reject the other's cookies for a day.
        var now = time.GetUtcNow();
        if (!keys.GetAllKeys().Any(key => !key.IsRevoked && key.ExpirationDate > now))
        {
            keys.CreateNewKey(now, now + keyOptions.Value.NewKeyLifetime);
        }
    }

    /// <summary>Held until the connection ends, even if the process is killed.</summary>
    private async Task<NpgsqlConnection> LockAsync(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(choice.Connection!.ConnectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            // Keep-alives let the server notice soon when a node's machine loses power. The number is an arbitrary name of the lock.
            await using var command = new NpgsqlCommand(
                "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; SELECT pg_advisory_lock(4711170117)", connection);
            await command.ExecuteNonQueryAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
