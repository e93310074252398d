using System.Diagnostics;
using AslTutorial.Tests.Shared;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Tests.Exercises;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;
using Npgsql;

namespace AslTutorial.Web.Tests.Persistence.Postgres;

/// <summary>The backup of docs/deployment.md, with the commands that stand there.</summary>
public sealed class DumpTests : IDisposable
{
    private static readonly byte[] Weights = [0, 255, 128];

    private readonly TestFolder _storage = new();
    private readonly TestFolder _other = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DumpAndRestore_OfAUsedDatabase_HasTheSameRowsAndASiteGoesOnFromIt()
    {
        var (used, empty) = (await TestDatabase.MakeAsync(), await TestDatabase.MakeAsync());
        var dump = Path.Combine(_storage.Path, "asl.dump");
        RunLease lease;
        string cookie;
        await using (var site = await Task.Run(() => TestSite.StartNode(_storage, used)))
        {
            lease = await UseAsync(site);
            using var client = site.Client(keepCookies: false);
            using var first = await client.GetAsync(new Uri("/api/lessons", UriKind.Relative), Cancel);
            cookie = first.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
            // While the site runs.
            await RunAsync("pg_dump", "--format=custom", $"--file={dump}", Of(used));
        }

        await RunAsync("pg_restore", "--clean", "--if-exists", "--exit-on-error", $"--dbname={Of(empty)}", dump);

        var (before, after) = (await RowsAsync(used), await RowsAsync(empty));
        foreach (var table in new[] { "Runs", "Epochs", "NotebookValues", "Attempts", "SealingKeys", "StoredFiles" })
        {
            before.Keys.ShouldContain(table);
            before[table].ShouldNotBeEmpty(table);
        }

        after.Keys.ShouldBe(before.Keys, ignoreOrder: true);
        // The site goes on writing who was here while it ends.
        foreach (var table in before.Keys.Where(table => table != "Learners"))
        {
            after[table].ShouldBe(before[table], table);
        }

        await using var again = await Task.Run(() => TestSite.StartNode(_other, empty));
        (await again.OpenAsync()).Values[("dataset", "label")].ShouldBe("'label'");
        using var known = again.Client(keepCookies: false);
        known.DefaultRequestHeaders.Add("Cookie", cookie);
        using var second = await known.GetAsync(new Uri("/api/lessons", UriKind.Relative), Cancel);
        second.Headers.Contains("Set-Cookie").ShouldBeFalse("the key that sealed the cookie came along");
        (await known.GetByteArrayAsync(new Uri($"/api/runs/{lease.RunId}/weights?epoch=0", UriKind.Relative), Cancel)).ShouldBe(Weights);
    }

    public void Dispose()
    {
        _storage.Dispose();
        _other.Dispose();
    }

    private static async Task<RunLease> UseAsync(TestSite site)
    {
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        await site.TypeAsync("dataset", "label", "'label'");
        await site.CheckAsync("dataset");
        await site.BeginAsync("ada");
        var lease = (await trainer.NextOrderAsync()).Lease;
        (await trainer.PutEpochWeightsAsync(lease, 0, Weights)).EnsureSuccessStatusCode();
        (await trainer.EpochAsync(lease, 0)).ShouldBeTrue();
        (await trainer.EndAsync(lease)).ShouldBeTrue();
        return lease;
    }

    private static string Of(string database)
    {
        var parts = new NpgsqlConnectionStringBuilder(database);
        return $"host={parts.Host} port={parts.Port} user={parts.Username} dbname={parts.Database}";
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(PostgresServer.PathOf(program), arguments) { RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        process.ExitCode.ShouldBe(0, errors);
    }

    /// <summary>All rows of all tables, as PostgreSQL writes them.</summary>
    private static async Task<Dictionary<string, List<string>>> RowsAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create($"{database};Pooling=false");
        var rows = new Dictionary<string, List<string>>();
        foreach (var table in await ColumnAsync(source, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"))
        {
            rows[table] = await ColumnAsync(source, $"SELECT row::text FROM \"{table}\" AS row ORDER BY 1");
        }

        return rows;
    }

    private static async Task<List<string>> ColumnAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var lines = new List<string>();
        while (await reader.ReadAsync(Cancel))
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
