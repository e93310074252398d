using AslTutorial.Tests.Shared;
using AslTutorial.Web.Tests.Site;
using Npgsql;

namespace AslTutorial.Web.Tests.Persistence.Postgres;

public sealed class KilledNodeStartTests
{
    private const int Attempts = 10;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_WhileItMigrates_AnotherNodeListens()
    {
        Assert.SkipWhen(RedisServer.Missing is not null, RedisServer.Missing ?? "");
        await using var redis = await RedisServer.StartAsync();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var database = await TestDatabase.MakeAsync();
            if (!await IsKilledWhileItMigratesAsync(database, redis.Address))
            {
                // It was quicker than the look at it.
                continue;
            }

            using var folder = new TestFolder();
            using var next = Start(folder, database, redis.Address);

            await next.ListeningAsync();
            return;
        }

        throw new ShouldAssertException($"In {Attempts} starts none was caught while it migrated.");
    }

    private static SiteDll Start(TestFolder folder, string database, string redis) => SiteDll.Start(
        folder.Path, $"--AslTutorial:Cluster:Database={database}", $"--AslTutorial:Cluster:Redis={redis}", "--AslTutorial:Cluster:Address=127.0.0.1");

    private static async Task<bool> IsKilledWhileItMigratesAsync(string database, string redis)
    {
        await using var look = new NpgsqlConnection(database);
        await look.OpenAsync(Cancel);
        using var folder = new TestFolder();
        using var killed = Start(folder, database, redis);
        var locked = false;
        while (!locked && !killed.Process.HasExited && !killed.Output.Contains("Now listening", StringComparison.Ordinal))
        {
            // What EF locks while it migrates; the migrations of an empty database are one transaction each.
            await using var command = new NpgsqlCommand(
                "SELECT EXISTS(SELECT FROM pg_locks JOIN pg_class ON pg_class.oid = relation WHERE relname = '__EFMigrationsHistory' AND mode = 'AccessExclusiveLock')", look);
            locked = (bool)(await command.ExecuteScalarAsync(Cancel))!;
        }

        killed.Process.Kill();
        await killed.Process.WaitForExitAsync(Cancel);
        return locked;
    }
}
