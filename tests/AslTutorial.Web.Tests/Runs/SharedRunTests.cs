using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Runs;

/// <summary>Several learners order the same: one execution, and each has a run of their own.</summary>
public class SharedRunTests
{
    private static readonly TrainingSettings Usual = new(Epochs: 3);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartAsync_SameOrderWaits_IsOneExecutionWithARunForEach()
    {
        await using var site = await TestSite.StartAsync(("Runs:Queue", "1"));
        var ada = await StartAsync(site, "ada");
        var bob = await StartAsync(site, "bob");

        bob.Id.ShouldNotBe(ada.Id);
        bob.Position.ShouldBe(1);
        bob.IsShared.ShouldBeTrue();
        (await site.ViewAsync(ada.Id)).IsShared.ShouldBeTrue();
        (await site.Runs.OwnsAsync("ada", bob.Id, Cancel)).ShouldBeFalse();
        (await site.Runs.StartAsync("eve", "cnn", Usual with { Seed = 2 }, Cancel)).ShouldBe(new RunStart.OverQuota(1, QueueFull: true));

        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var lease = (await trainer.NextOrderAsync()).Lease;
        (await trainer.EpochAsync(lease, 0)).ShouldBeTrue();
        foreach (var run in new[] { ada, bob })
        {
            (await site.ViewAsync(run.Id)).ShouldSatisfyAllConditions(
                v => v.State.ShouldBe(RunState.Running),
                v => v.Epochs.ShouldBe([Samples.Epoch(0)]),
                v => v.Device.ShouldBe(FakeTrainer.Device.Name));
            (await site.Runs.ConfusionAsync(run.Id, 0, Cancel))!.Counts.ShouldBe(Samples.Confusion(0).Counts);
        }

        trainer.Orders.Reader.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task StartAsync_SameOrderHasBegun_HasItsEpochsAndBatchesAndEveryLaterEvent()
    {
        await using var site = await TestSite.StartAsync();
        var ada = await StartAsync(site, "ada");
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var lease = (await trainer.NextOrderAsync()).Lease;
        await trainer.BatchAsync(lease, Samples.Batch(0, 20));
        (await trainer.EpochAsync(lease, 0)).ShouldBeTrue();
        await trainer.BatchAsync(lease, Samples.Batch(1, 20));
        await Eventually.ShouldBeTrueAsync(async () => (await SnapshotAsync(site, ada.Id)).LatestBatch?.Epoch == 1, "the batch is known");

        var bob = await StartAsync(site, "bob");
        var seen = new List<RunEvent>();
        using var watch = await site.Runs.WatchAsync(bob.Id, seen.Add, Cancel);
        watch!.Snapshot.Run.Epochs.ShouldBe([Samples.Epoch(0)]);
        watch.Snapshot.Batches.ShouldBe((await SnapshotAsync(site, ada.Id)).Batches);

        (await trainer.EpochAsync(lease, 1)).ShouldBeTrue();
        (await trainer.EpochAsync(lease, 2)).ShouldBeTrue();
        (await trainer.PutWeightsAsync(lease, [1, 2, 3])).IsSuccessStatusCode.ShouldBeTrue();
        (await trainer.EndAsync(lease)).ShouldBeTrue();

        seen.ShouldAllBe(happened => happened.RunId == bob.Id);
        seen.OfType<RunEvent.Epoch>().Select(e => e.Result).ShouldBe([Samples.Epoch(1), Samples.Epoch(2)]);
        seen[^1].ShouldBeOfType<RunEvent.Changed>().View.ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(RunState.Completed),
            v => v.HasWeights.ShouldBeTrue(),
            v => v.Epochs.Count.ShouldBe(3));
        using var client = site.Client();
        (await client.GetByteArrayAsync(new Uri($"/api/runs/{bob.Id}/weights", UriKind.Relative), Cancel)).ShouldBe([1, 2, 3]);
        await using var db = Database(site);
        (await db.Epochs.CountAsync(e => e.RunId == bob.Id, Cancel)).ShouldBe(3);
        (await db.Confusions.CountAsync(c => c.RunId == bob.Id, Cancel)).ShouldBe(3);
    }

    [Fact]
    public async Task StartAsync_SameOrderWaitsBehind_IsServedNoLaterThanTheNewcomerWouldBe()
    {
        await using var site = await TestSite.StartAsync();
        await site.BeginAsync("ada");
        await site.BeginAsync("ada");
        var last = await StartAsync(site, "ada");
        last.Position.ShouldBe(3);

        (await StartAsync(site, "bob")).Position.ShouldBe(2);
        (await site.ViewAsync(last.Id)).Position.ShouldBe(2);
    }

    [Fact]
    public async Task StartAsync_ExecutionIsSteered_IsAnotherOrder()
    {
        await using var site = await TestSite.StartAsync();
        var ada = await StartAsync(site, "ada");
        await site.Runs.ChangeAsync("ada", ada.Id, new(LearningRate: 0.01), Cancel);

        (await StartAsync(site, "bob")).Position.ShouldBe(2);
    }

    [Fact]
    public async Task StartFreshAsync_SameOrderWaits_IsExecutedAnew()
    {
        await using var site = await TestSite.StartAsync();
        await StartAsync(site, "ada");

        (await site.Runs.StartFreshAsync("bob", "cnn", Usual, Cancel)).ShouldBeOfType<RunStart.Accepted>().Run.Position.ShouldBe(2);
    }

    [Fact]
    public async Task LostTrainer_SharedExecution_AllWaitAndGoOn()
    {
        await using var site = await TestSite.StartAsync(("Runs:ReconnectSeconds", "0"));
        var ada = await StartAsync(site, "ada");
        var bob = await StartAsync(site, "bob");
        await using (var first = await FakeTrainer.ReadyAsync(site))
        {
            (await first.EpochAsync((await first.NextOrderAsync()).Lease, 0)).ShouldBeTrue();
        }

        await site.ReachesAsync(bob.Id, RunState.Queued);
        (await site.ViewAsync(bob.Id)).ShouldSatisfyAllConditions(v => v.Interruptions.ShouldBe(1), v => v.Position.ShouldBe(1));
        // Its leader goes while nobody has it.
        await site.Runs.CancelAsync("ada", ada.Id, Cancel);
        await using var second = await FakeTrainer.ReadyAsync(site);
        var order = await second.NextOrderAsync();
        order.Lease.ShouldBe(new RunLease(ada.Id, 2));
        (await second.EpochAsync(order.Lease, 1)).ShouldBeTrue();
        (await site.ViewAsync(bob.Id)).Epochs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task RestartOfTheSite_SharedExecution_GoesOnForAll()
    {
        using var folder = new TestFolder();
        Guid ada, bob;
        await using (var site = TestSite.StartOn(folder))
        {
            (ada, bob) = ((await StartAsync(site, "ada")).Id, (await StartAsync(site, "bob")).Id);
            await using var trainer = await FakeTrainer.ReadyAsync(site);
            (await trainer.EpochAsync((await trainer.NextOrderAsync()).Lease, 0)).ShouldBeTrue();
        }

        await using var restarted = TestSite.StartOn(folder);
        foreach (var id in new[] { ada, bob })
        {
            (await restarted.ViewAsync(id)).ShouldSatisfyAllConditions(
                v => v.State.ShouldBe(RunState.Queued), v => v.Position.ShouldBe(1), v => v.Epochs.Count.ShouldBe(1), v => v.IsShared.ShouldBeTrue());
        }

        await using var next = await FakeTrainer.ReadyAsync(restarted);
        var lease = (await next.NextOrderAsync()).Lease;
        lease.ShouldBe(new RunLease(ada, 2));
        (await next.EpochAsync(lease, 1)).ShouldBeTrue();
        (await restarted.ViewAsync(bob)).Epochs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Api_SameOrder_SaysThatItIsSharedAndFreshIsNot()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = site.Client();
        using var bob = site.Client();
        (await PostAsync(ada, """{ "epochs": 3 }""")).GetProperty("shared").GetBoolean().ShouldBeFalse();

        (await PostAsync(bob, """{ "epochs": 3 }""")).ShouldSatisfyAllConditions(
            run => run.GetProperty("shared").GetBoolean().ShouldBeTrue(),
            run => run.GetProperty("replay").ValueKind.ShouldBe(JsonValueKind.Null));
        (await PostAsync(bob, """{ "epochs": 3, "fresh": true }""")).ShouldSatisfyAllConditions(
            run => run.GetProperty("shared").GetBoolean().ShouldBeFalse(),
            run => run.GetProperty("position").GetInt32().ShouldBe(2));
        using var bad = await bob.PostAsJsonAsync(new Uri("/api/runs", UriKind.Relative), new { fresh = 1 }, Cancel);
        bad.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/runs", UriKind.Relative), content, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    internal static async Task<RunView> StartAsync(TestSite site, string learner) =>
        (await site.Runs.StartAsync(learner, "cnn", Usual, Cancel)).ShouldBeOfType<RunStart.Accepted>().Run;

    private static async Task<RunSnapshot> SnapshotAsync(TestSite site, Guid runId)
    {
        using var watch = await site.Runs.WatchAsync(runId, _ => { }, Cancel);
        return watch!.Snapshot;
    }

    private static SiteDb Database(TestSite site) => site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContext();
}
