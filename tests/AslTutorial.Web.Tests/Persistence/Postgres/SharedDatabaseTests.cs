using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Data;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Postgres;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AslTutorial.Web.Tests.Persistence.Postgres;

/// <summary>Several sites on one database: what each of them finds of what another has kept.</summary>
public sealed class SharedDatabaseTests : IDisposable
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2];

    private readonly TestFolder _first = new();
    private readonly TestFolder _second = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_TwoAtOnceOnAnEmptyDatabase_OneMakesItAndBothKnowTheOthersCookies()
    {
        var database = await TestDatabase.MakeAsync();
        var sites = await Task.WhenAll(StartAsync(_first, database), StartAsync(_second, database));
        await using var one = sites[0];
        await using var other = sites[1];

        await using var db = await SharedAsync(one);
        (await db.Database.GetAppliedMigrationsAsync(Cancel)).ShouldBe(db.Database.GetMigrations());
        (await db.SealingKeys.CountAsync(Cancel)).ShouldBe(1);
        (await KnowsAsync(from: one, to: other)).ShouldBeTrue();
        (await KnowsAsync(from: other, to: one)).ShouldBeTrue();
        File.Exists(Path.Combine(one.Storage, "site.db")).ShouldBeFalse("nothing that matters is only on one node");
        Directory.GetFileSystemEntries(Path.Combine(one.Storage, "keys")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_WrittenOnOneNode_AreReadAndResumedOnTheOther()
    {
        var database = await TestDatabase.MakeAsync();
        await using var one = await StartAsync(_first, database);
        await using var trainer = await FakeTrainer.ReadyAsync(one);
        await one.BeginAsync("ada");
        var lease = (await trainer.NextOrderAsync()).Lease;
        (await trainer.PutCheckpointAsync(lease, [1])).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await trainer.PutCheckpointAsync(lease, [2])).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await trainer.PutEpochWeightsAsync(lease, 0, [3])).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using (var sheet = new ByteArrayContent(Png))
        {
            (await trainer.Http.PutAsync(new Uri(TrainerRoutes.ContactSheet("ab12", "train"), UriKind.Relative), sheet, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        Directory.GetFileSystemEntries(Path.Combine(one.Storage, "runs")).ShouldBeEmpty("what a trainer has given is in the database, whole or not at all");
        await one.Services.GetRequiredService<SharedSheets>().ExchangeAsync(Cancel);

        await using var other = await StartAsync(_second, database);
        var files = other.Services.GetRequiredService<RunFiles>();
        (await BytesAsync(await files.OpenCheckpointAsync(lease.RunId, previous: false, Cancel))).ShouldBe([2]);
        (await BytesAsync(await files.OpenCheckpointAsync(lease.RunId, previous: true, Cancel))).ShouldBe([1]);
        using var client = other.Client();
        (await client.GetByteArrayAsync(new Uri($"/api/runs/{lease.RunId}/weights?epoch=0", UriKind.Relative), Cancel)).ShouldBe([3]);
        await other.Services.GetRequiredService<SharedSheets>().ExchangeAsync(Cancel);
        (await client.GetByteArrayAsync(new Uri("/datasets/ab12/train.png", UriKind.Relative), Cancel)).ShouldBe(Png);
    }

    [Fact]
    public async Task Change_TwoNodesChangeARunAtOnce_TheSecondIsTold()
    {
        var database = await TestDatabase.MakeAsync();
        await using var site = await StartAsync(_first, database);
        var run = await site.BeginAsync("ada");
        await using var one = await SharedAsync(site);
        await using var other = await SharedAsync(site);
        (await one.Runs.SingleAsync(r => r.Id == run.Id, Cancel)).Fence++;
        (await other.Runs.SingleAsync(r => r.Id == run.Id, Cancel)).Fence++;

        await one.SaveChangesAsync(Cancel);

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(Cancel));
    }

    [Fact]
    public async Task Write_TwoNodesWantEachOthersRows_BothAreWritten()
    {
        var database = await TestDatabase.MakeAsync();
        await using var site = await StartAsync(_first, database);
        var writer = site.Services.GetRequiredService<SiteWriter>();
        await writer.WriteAsync(db => SeeAsync(db, "a", 1), Cancel);
        await writer.WriteAsync(db => SeeAsync(db, "b", 1), Cancel);
        // This one waits longer before it looks for a deadlock: the site's is given up.
        await using var other = new NpgsqlConnection(database);
        await other.OpenAsync(Cancel);
        await ExecuteAsync(other, "SET deadlock_timeout = '60s'; BEGIN; UPDATE \"Learners\" SET \"LastSeen\" = 2 WHERE \"Id\" = 'a'");

        var hasB = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writes = writer.WriteAsync(
            async db =>
            {
                await SeeAsync(db, "b", 3);
                hasB.TrySetResult();
                await SeeAsync(db, "a", 3);
            },
            Cancel);
        await hasB.Task;
        await ExecuteAsync(other, "UPDATE \"Learners\" SET \"LastSeen\" = 2 WHERE \"Id\" = 'b'");
        await ExecuteAsync(other, "COMMIT");

        await writes;
        await using var db = await SharedAsync(site);
        (await db.Database.SqlQueryRaw<long>("SELECT \"LastSeen\" AS \"Value\" FROM \"Learners\" WHERE \"Id\" IN ('a', 'b')").ToListAsync(Cancel)).ShouldBe([3, 3]);
    }

    [Fact]
    public async Task Start_ANodeDiedWhileItMigrated_TheNextGoesOn()
    {
        var database = await TestDatabase.MakeAsync();
        var dying = new NpgsqlConnection($"{database};Pooling=false");
        await dying.OpenAsync(Cancel);
        await ExecuteAsync(dying, "SELECT pg_advisory_lock(4711170117); BEGIN; CREATE TABLE \"Runs\" (\"Id\" integer)");
        var starts = StartAsync(_first, database);
        await Eventually.ShouldBeTrueAsync(() => WaitsAsync(dying), "the node waits: one migrates at a time");
        starts.IsCompleted.ShouldBeFalse();

        // As when its process is killed: the system closes its connection.
        await dying.DisposeAsync();

        await using var site = await starts;
        (await site.BeginAsync("ada")).State.ShouldBe(RunState.Queued);
    }

    [Fact]
    public async Task Ready_ServerAnswersAndThenNot_SaysSo()
    {
        var database = await TestDatabase.MakeAsync();
        await using var site = await StartAsync(_first, database);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        using var client = site.Client();
        (await ReadyAsync(client)).Status.ShouldBe(HttpStatusCode.OK);

        // As when somebody restores a backup: nobody may connect, and who was is let go.
        await using (var admin = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Database = "postgres" }.ConnectionString))
        {
            await admin.OpenAsync(Cancel);
            await ExecuteAsync(admin, $"ALTER DATABASE \"{new NpgsqlConnectionStringBuilder(database).Database}\" RENAME TO \"away-{Guid.NewGuid():n}\"", alone: database);
        }

        await Eventually.ShouldBeTrueAsync(async () => (await ReadyAsync(client)).Status == HttpStatusCode.ServiceUnavailable, "the site says that its database is gone");
        (await ReadyAsync(client)).Faults.ShouldHaveSingleItem().ShouldStartWith("database: The database");
    }

    [Fact]
    public async Task Ready_KeyThatCannotBeRead_IsPassedOverAndNamed()
    {
        var database = await TestDatabase.MakeAsync();
        await using var site = await StartAsync(_first, database);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        await using (var db = await SharedAsync(site))
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "SealingKeys" ("Name", "Xml") VALUES ('key-torn', '<key id=')""", Cancel);
        }

        await using var other = await StartAsync(_second, database);

        (await KnowsAsync(from: site, to: other)).ShouldBeTrue();
        using var client = site.Client();
        await Eventually.ShouldBeTrueAsync(async () => (await ReadyAsync(client)).Status == HttpStatusCode.ServiceUnavailable, "the site says that a key is damaged");
        (await ReadyAsync(client)).Faults.ShouldHaveSingleItem().ShouldStartWith("keys: The row key-torn of the table SealingKeys cannot be read");
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    private static Task<TestSite> StartAsync(TestFolder folder, string database) => Task.Run(() => TestSite.StartNode(folder, database));

    private static async Task<PostgresDb> SharedAsync(TestSite site) => await site.Services.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContextAsync(Cancel);

    private static Task SeeAsync(SiteDb db, string learner, long at) => db.Database.ExecuteSqlAsync(
        $"""INSERT INTO "Learners" ("Id", "FirstSeen", "LastSeen") VALUES ({learner}, {at}, {at}) ON CONFLICT ("Id") DO UPDATE SET "LastSeen" = excluded."LastSeen" """);

    /// <summary>Whether somebody waits for the lock under which this database is migrated.</summary>
    private static async Task<bool> WaitsAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))",
            connection);
        return (bool)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, string? alone = null)
    {
        if (alone is not null)
        {
            sql = $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(alone).Database}'; {sql}";
        }

#pragma warning disable CA2100 // The test's own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>Whether a cookie of one node is good on the other: then that gives no new one.</summary>
    private static async Task<bool> KnowsAsync(TestSite from, TestSite to)
    {
        using var client = from.Client(keepCookies: false);
        using var first = await client.GetAsync(new Uri("/api/runs", UriKind.Relative), Cancel);
        var cookie = first.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/runs");
        request.Headers.Add("Cookie", cookie);
        using var other = to.Client(keepCookies: false);
        using var second = await other.SendAsync(request, Cancel);
        return second.IsSuccessStatusCode && !second.Headers.Contains("Set-Cookie");
    }

    private static async Task<(HttpStatusCode Status, IReadOnlyList<string> Faults)> ReadyAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        return (answer.StatusCode, [.. body.GetProperty("storage").EnumerateArray().Select(fault => $"{fault.GetProperty("probe")}: {fault.GetProperty("text")}")]);
    }

    private static async Task<byte[]> BytesAsync(Stream? stream)
    {
        await using var file = stream.ShouldNotBeNull();
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, Cancel);
        return bytes.ToArray();
    }
}
