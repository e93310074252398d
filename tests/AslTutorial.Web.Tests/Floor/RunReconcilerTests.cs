using AslTutorial.Web.Hosting.Logs;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Floor;

public sealed class RunReconcilerTests
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
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(site.Storage, "site.db")};Pooling=false"))
        {
            await other.OpenAsync(Cancel);
            await ExecuteAsync(other, "BEGIN IMMEDIATE");

            await trainer.DisposeAsync();
            await Eventually.ShouldBeTrueAsync(
                () => site.Services.GetRequiredService<LastFaults>().List().Any(f => f.Text.Contains("could not be put back", StringComparison.Ordinal)),
                "the loss could not be stored",
                Patience);
            await ExecuteAsync(other, "ROLLBACK");
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

    private static async Task DeleteAsync(TestSite site, Guid run)
    {
        await using var db = await DatabaseAsync(site);
        await db.Runs.Where(r => r.Id == run).ExecuteDeleteAsync(Cancel);
    }

    private static Task<SiteDb> DatabaseAsync(TestSite site) => site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel);

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
