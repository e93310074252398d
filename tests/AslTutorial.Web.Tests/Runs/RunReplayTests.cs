using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Runs;

/// <summary>Who orders what has been computed sees it again, at once.</summary>
public class RunReplayTests
{
    private static readonly TrainingSettings Usual = new(Epochs: 3);
    private static readonly (string, string) Slow = ("Runs:ReplaySeconds", "600");
    private static readonly (string, string) Fast = ("Runs:ReplaySeconds", "0");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartAsync_SameOrderHasEnded_ShowsItsEpochsInTurnAndHasAllOfIt()
    {
        await using var site = await TestSite.StartAsync(Fast);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var ada = await TrainAsync(site, trainer, "ada");

        var bob = await StartAsync(site, "bob");
        bob.ShouldSatisfyAllConditions(
            v => v.Position.ShouldBeNull(),
            v => v.Replay!.ComputedAt.ShouldBe((site.ViewAsync(ada.Id).Result).EndedAt!.Value),
            v => v.Replay!.Seconds.ShouldBe(9));
        await site.ReachesAsync(bob.Id, RunState.Completed);

        (await site.ViewAsync(bob.Id)).ShouldSatisfyAllConditions(
            v => v.Epochs.ShouldBe([Samples.Epoch(0), Samples.Epoch(1), Samples.Epoch(2)]),
            v => v.HasWeights.ShouldBeTrue(),
            v => v.Replay!.IsOver.ShouldBeTrue(),
            v => v.Took.ShouldBe(TimeSpan.FromSeconds(9)),
            v => v.DataSet.ShouldBe(FakeTrainer.Data));
        trainer.Orders.Reader.TryRead(out _).ShouldBeFalse();
        // The first learner's work goes: the other's stays whole, and the next one can still have it.
        (await site.Runs.DeleteAsync("ada", ada.Id, Cancel)).ShouldBe(DeleteOutcome.Deleted);
        using var client = site.Client();
        foreach (var path in new[] { "weights", "weights?epoch=1", "confusion" })
        {
            (await client.GetAsync(new Uri($"/api/runs/{bob.Id}/{path}", UriKind.Relative), Cancel)).IsSuccessStatusCode.ShouldBeTrue(path);
        }

        (await StartAsync(site, "eve")).Replay!.ComputedAt.ShouldBe(bob.Replay!.ComputedAt);
    }

    [Fact]
    public async Task WatchAsync_Replay_TellsEachEpochOnceAndThenItsEnd()
    {
        await using var site = await TestSite.StartAsync(Slow);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        await TrainAsync(site, trainer, "ada");
        var bob = await StartAsync(site, "bob");
        var seen = new List<RunEvent>();
        using var watch = await site.Runs.WatchAsync(bob.Id, seen.Add, Cancel);
        watch!.Snapshot.Run.ShouldSatisfyAllConditions(v => v.State.ShouldBe(RunState.Running), v => v.Epochs.ShouldBeEmpty());

        (await site.Runs.ChangeAsync("bob", bob.Id, new(Paused: true), Cancel)).ShouldBeOfType<RunChanged.Accepted>().Run.Helm.IsPaused.ShouldBeTrue();
        (await site.Runs.ChangeAsync("bob", bob.Id, new(ShowAll: true), Cancel)).ShouldBeOfType<RunChanged.Accepted>().Run.State.ShouldBe(RunState.Completed);

        seen.OfType<RunEvent.Epoch>().Select(e => e.Result.Epoch).ShouldBe([0, 1, 2]);
        seen[^1].ShouldBeOfType<RunEvent.Changed>().View.State.ShouldBe(RunState.Completed);
    }

    [Fact]
    public async Task ChangeAsync_SteerAReplay_IsRefused()
    {
        await using var site = await TestSite.StartAsync(Slow);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        await TrainAsync(site, trainer, "ada");
        var bob = await StartAsync(site, "bob");

        (await site.Runs.ChangeAsync("bob", bob.Id, new(LearningRate: 0.1), Cancel)).ShouldBeOfType<RunChanged.Replayed>();
        (await site.Runs.ChangeAsync("bob", bob.Id, new(Name: "seen"), Cancel)).ShouldBeOfType<RunChanged.Accepted>().Run.ShouldSatisfyAllConditions(
            v => v.Name.ShouldBe("seen"), v => v.Epochs.ShouldBeEmpty());
    }

    [Fact]
    public async Task CancelAsync_Replay_KeepsWhatWasShown()
    {
        await using var site = await TestSite.StartAsync(Slow);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var ada = await TrainAsync(site, trainer, "ada");
        var bob = await StartAsync(site, "bob");

        (await site.Runs.CancelAsync("bob", bob.Id, Cancel)).ShouldBe(CancelOutcome.Accepted);

        (await site.ViewAsync(bob.Id)).ShouldSatisfyAllConditions(v => v.State.ShouldBe(RunState.Cancelled), v => v.Epochs.ShouldBeEmpty());
        await using var db = Database(site);
        (await db.Epochs.CountAsync(e => e.RunId == bob.Id, Cancel)).ShouldBe(0);
        (await db.Confusions.CountAsync(c => c.RunId == bob.Id, Cancel)).ShouldBe(0);
        (await site.Runs.DeleteAsync("bob", bob.Id, Cancel)).ShouldBe(DeleteOutcome.Deleted);
        (await site.ViewAsync(ada.Id)).Epochs.Count.ShouldBe(3);
        using var client = site.Client();
        (await client.GetAsync(new Uri($"/api/runs/{ada.Id}/weights", UriKind.Relative), Cancel)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task AgainAsync_AndStartFreshAsync_AreExecuted()
    {
        await using var site = await TestSite.StartAsync(Slow);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var ada = await TrainAsync(site, trainer, "ada");

        var again = (await site.Runs.AgainAsync("bob", ada.Id, Cancel)).ShouldBeOfType<RunStart.Accepted>().Run;
        again.Replay.ShouldBeNull();
        (await trainer.NextOrderAsync()).Lease.RunId.ShouldBe(again.Id);
        (await site.Runs.StartFreshAsync("eve", "cnn", Usual, Cancel)).ShouldBeOfType<RunStart.Accepted>().Run.ShouldSatisfyAllConditions(
            v => v.Replay.ShouldBeNull(), v => v.State.ShouldBe(RunState.Queued));
    }

    [Fact]
    public async Task StartAsync_OtherDataOrProgram_IsExecuted()
    {
        await using var site = await TestSite.StartAsync(Slow);
        await using (var trainer = await FakeTrainer.ReadyAsync(site))
        {
            await TrainAsync(site, trainer, "ada");
        }

        await using var other = await FakeTrainer.ConnectAsync(site);
        await other.DescribeAsync(new TrainerDescription("test", 77, TrainerPhase.Idle, FakeTrainer.Device, FakeTrainer.Data, null, null, 1, Program: "other"));
        (await StartAsync(site, "bob")).Replay.ShouldBeNull();
        await other.NextOrderAsync();
    }

    [Fact]
    public async Task HandOut_OrderedWhileNoTrainerWasThere_IsShownToAllWhoWait()
    {
        await using var site = await TestSite.StartAsync(Slow);
        await using (var trainer = await FakeTrainer.ReadyAsync(site))
        {
            await TrainAsync(site, trainer, "ada");
        }

        await Eventually.ShouldBeTrueAsync(() => site.Services.GetRequiredService<ITrainerOrders>().DataSet is null, "the trainer is gone");
        var bob = await StartAsync(site, "bob");
        var eve = await StartAsync(site, "eve");
        eve.ShouldSatisfyAllConditions(v => v.State.ShouldBe(RunState.Queued), v => v.IsShared.ShouldBeTrue());

        await using var next = await FakeTrainer.ReadyAsync(site);
        await site.ReachesAsync(bob.Id, RunState.Running);
        (await site.ViewAsync(bob.Id)).Replay.ShouldNotBeNull();
        (await site.ViewAsync(eve.Id)).Replay.ShouldNotBeNull();
        (await site.Runs.ChangeAsync("eve", eve.Id, new(ShowAll: true), Cancel)).ShouldBeOfType<RunChanged.Accepted>().Run.Epochs.Count.ShouldBe(3);
        next.Orders.Reader.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task StartAsync_SteeredRunHasEnded_TheOrderWithItsSteeringIsTheSame()
    {
        await using var site = await TestSite.StartAsync(Slow);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var ada = await StartAsync(site, "ada");
        var lease = (await trainer.NextOrderAsync()).Lease;
        await site.Runs.ChangeAsync("ada", ada.Id, new(LearningRate: 0.01), Cancel);
        RunSteering steering = new([new(1, 0, 0.01)]);
        (await trainer.EpochAsync(lease, 0)).ShouldBeTrue();
        (await trainer.SteeredAsync(lease, new(steering, Paused: false, null, 1, 0))).ShouldBeTrue();
        await EndAsync(trainer, lease, from: 1);

        (await StartAsync(site, "bob")).Replay.ShouldBeNull();
        (await site.Runs.StartAsync("eve", "cnn", Usual with { Steering = steering }, Cancel)).ShouldBeOfType<RunStart.Accepted>().Run.Replay.ShouldNotBeNull();
    }

    [Fact]
    public async Task RestartOfTheSite_Replay_IsWhole()
    {
        using var folder = new TestFolder();
        Guid bob;
        await using (var site = TestSite.StartOn(folder, 0, Slow))
        {
            await using var trainer = await FakeTrainer.ReadyAsync(site);
            await TrainAsync(site, trainer, "ada");
            bob = (await StartAsync(site, "bob")).Id;
        }

        await using var restarted = TestSite.StartOn(folder);
        (await restarted.ViewAsync(bob)).ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(RunState.Completed), v => v.Epochs.Count.ShouldBe(3), v => v.HasWeights.ShouldBeTrue());
    }

    private static async Task<RunView> StartAsync(TestSite site, string learner) =>
        (await site.Runs.StartAsync(learner, "cnn", Usual, Cancel)).ShouldBeOfType<RunStart.Accepted>().Run;

    private static async Task<RunView> TrainAsync(TestSite site, FakeTrainer trainer, string learner)
    {
        var run = await StartAsync(site, learner);
        await EndAsync(trainer, (await trainer.NextOrderAsync()).Lease);
        return run;
    }

    private static async Task EndAsync(FakeTrainer trainer, RunLease lease, int from = 0)
    {
        for (var epoch = from; epoch < Usual.Epochs; epoch++)
        {
            (await trainer.PutEpochWeightsAsync(lease, epoch, [(byte)epoch])).IsSuccessStatusCode.ShouldBeTrue();
            (await trainer.EpochAsync(lease, epoch)).ShouldBeTrue();
        }

        (await trainer.PutWeightsAsync(lease, [1, 2, 3])).IsSuccessStatusCode.ShouldBeTrue();
        (await trainer.EndAsync(lease)).ShouldBeTrue();
        (await trainer.DescribeAsync(TrainerPhase.Idle)).ShouldBeTrue();
    }

    private static SiteDb Database(TestSite site) => site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContext();
}
