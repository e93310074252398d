using AslTutorial.Web.Hosting.Logs;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AslTutorial.Web.Tests.Floor;

public class RunReconcilerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TrainerLost_WhileTheDatabaseIsLocked_TheRunWaitsAgainAfterwards()
    {
        await using var site = await TestSite.StartAsync(("Runs:ReconnectSeconds", "0"));
        var trainer = await FakeTrainer.ReadyAsync(site);
        var run = await site.BeginAsync("ada");
        await trainer.NextOrderAsync();
        await using (var db = await DatabaseAsync(site))
        {
            await using var locked = await LockAsync(db);

            await trainer.DisposeAsync();
            await Eventually.ShouldBeTrueAsync(
                () => site.Services.GetRequiredService<LastFaults>().List().Any(f => f.Text.Contains("could not be put back", StringComparison.Ordinal)),
                "the loss could not be stored",
                Patience);
        }

        await Eventually.ShouldBeTrueAsync(async () => (await site.ViewAsync(run.Id)).State == RunState.Queued, "it waits again", Patience);
        await using var next = await FakeTrainer.ReadyAsync(site);
        (await next.NextOrderAsync()).Lease.RunId.ShouldBe(run.Id);
    }

    [Fact]
    public async Task RunIsGone_FromTheDatabase_TheQueueGoesOnAndTheTrainerIsFree()
    {
        await using var site = await TestSite.StartAsync();
        var lost = await site.BeginAsync("ada");
        var held = await site.BeginAsync("bob");
        var last = await site.BeginAsync("cyd");
        await DeleteAsync(site, lost.Id);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var order = await trainer.NextOrderAsync();
        order.Lease.RunId.ShouldBe(held.Id);

        await DeleteAsync(site, held.Id);

        (await trainer.NextCancelAsync()).ShouldBe(order.Lease);
        (await trainer.NextOrderAsync()).Lease.RunId.ShouldBe(last.Id);
    }

    [Fact]
    public async Task RunSaysRunning_AndNobodyHasIt_WaitsAgain()
    {
        await using var site = await TestSite.StartAsync();
        var run = await site.BeginAsync("ada");
        await using (var db = await DatabaseAsync(site))
        {
            await db.Runs.Where(r => r.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RunState.Running).SetProperty(r => r.Fence, 7), Cancel);
        }

        await using var trainer = await FakeTrainer.ReadyAsync(site);

        var order = await trainer.NextOrderAsync();
        order.Lease.ShouldBe(new(run.Id, 8));
        (await site.ViewAsync(run.Id)).Interruptions.ShouldBe(1);
    }

    /// <summary>Until it is disposed, nobody else writes runs.</summary>
    private static async Task<IAsyncDisposable> LockAsync(SiteDb db)
    {
        if (TestDatabase.IsShared)
        {
            // The site's connections would wait for half a minute; new ones do not.
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
#pragma warning disable EF1002 // The name is the test's own.
            await db.Database.ExecuteSqlRawAsync($"ALTER DATABASE \"{connection.Database}\" SET lock_timeout = '1s'", Cancel);
#pragma warning restore EF1002
            NpgsqlConnection.ClearPool(connection);
        }

        var transaction = await db.Database.BeginTransactionAsync(Cancel);
        // On SQLite a transaction holds all of it.
        if (TestDatabase.IsShared)
        {
            await db.Database.ExecuteSqlRawAsync("""LOCK TABLE "Runs" IN SHARE ROW EXCLUSIVE MODE""", Cancel);
        }

        return transaction;
    }

    private static async Task DeleteAsync(TestSite site, Guid run)
    {
        await using var db = await DatabaseAsync(site);
        await db.Runs.Where(r => r.Id == run).ExecuteDeleteAsync(Cancel);
    }

    private static Task<SiteDb> DatabaseAsync(TestSite site) => site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel);
}
