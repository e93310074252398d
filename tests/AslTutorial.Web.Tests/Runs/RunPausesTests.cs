using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Runs;

/// <summary>Paused runs, with their trainers and without.</summary>
public class RunPausesTests
{
    private static readonly RunChange Pause = new(Paused: true);
    private static readonly RunChange GoOn = new(Paused: false);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pause_RunningRun_KeepsItsTrainerForTheTimeThatIsSaid()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var run = await site.BeginAsync("ada");
        var lease = (await trainer.NextOrderAsync()).Lease;
        var before = DateTimeOffset.UtcNow;

        var paused = await ChangeAsync(site, run.Id, Pause);

        (paused.State, paused.Helm.IsPaused).ShouldBe((RunState.Running, true));
        paused.Helm.FreesAt!.Value.ShouldBeInRange(before.AddSeconds(120), DateTimeOffset.UtcNow.AddSeconds(120));
        (await trainer.NextSteerAsync()).Order.Paused.ShouldBeTrue();
        (await ChangeAsync(site, run.Id, GoOn)).Helm.ShouldBe(new RunHelm());
        (await trainer.NextSteerAsync()).ShouldBe((lease, new SteerOrder(null, Paused: false, StopAfterEpoch: false)));
        (await trainer.EpochAsync(lease, 0)).ShouldBeTrue();
    }

    [Fact]
    public async Task Pause_LongerThanThat_FreesTheTrainerForOthersAndItsReportsAreRefused()
    {
        await using var site = await TestSite.StartAsync(("Runs:PauseSeconds", "1"));
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var run = await site.BeginAsync("ada");
        var lease = (await trainer.NextOrderAsync()).Lease;
        await trainer.EpochAsync(lease, 0);
        (await trainer.PutCheckpointAsync(lease, [7])).IsSuccessStatusCode.ShouldBeTrue();
        var other = await site.BeginAsync("bob");

        await ChangeAsync(site, run.Id, Pause);
        await trainer.SteeredAsync(lease, new(null, Paused: true, LastEpoch: null, Epoch: 1, Batch: 40));

        (await trainer.NextCancelAsync()).ShouldBe(lease);
        (await site.ViewAsync(run.Id)).ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(RunState.Paused),
            v => v.Helm.ShouldBe(new RunHelm(IsPaused: true)),
            v => v.Position.ShouldBeNull());
        (await trainer.EpochAsync(lease, 1)).ShouldBeFalse();
        (await trainer.EndAsync(lease, RunOutcome.Cancelled)).ShouldBeFalse();
        (await trainer.DescribeAsync(TrainerPhase.Idle)).ShouldBeTrue();
        (await trainer.NextOrderAsync()).Lease.RunId.ShouldBe(other.Id);

        // A rate that is wanted now holds from the batch before which it was paused.
        await ChangeAsync(site, run.Id, new(LearningRate: 0.01));
        (await ChangeAsync(site, run.Id, GoOn)).ShouldSatisfyAllConditions(v => v.State.ShouldBe(RunState.Queued), v => v.Position.ShouldBe(1));
        await using var second = await FakeTrainer.ReadyAsync(site);
        var order = await second.NextOrderAsync();
        (order.Lease, order.Resume).ShouldBe((new RunLease(run.Id, lease.Fence + 2), true));
        order.Settings.Steering.ShouldBe(new RunSteering([new(1, 40, 0.01)]));
    }

    [Fact]
    public async Task Pause_TrainerLost_WaitsWithItsCheckpointAndIsNotHandedOut()
    {
        await using var site = await TestSite.StartAsync(("Runs:ReconnectSeconds", "0"));
        var run = await site.BeginAsync("ada");
        await using (var first = await FakeTrainer.ReadyAsync(site))
        {
            await first.NextOrderAsync();
            await ChangeAsync(site, run.Id, Pause);
        }

        await site.ReachesAsync(run.Id, RunState.Paused);
        var next = await site.BeginAsync("bob");
        await using var second = await FakeTrainer.ReadyAsync(site);
        (await second.NextOrderAsync()).Lease.RunId.ShouldBe(next.Id);
        (await site.ViewAsync(run.Id)).Interruptions.ShouldBe(0);
    }

    [Fact]
    public async Task Pause_WaitingRun_LeavesTheQueueAndComesBackToIt()
    {
        await using var site = await TestSite.StartAsync();
        var first = await site.BeginAsync("ada");
        var second = await site.BeginAsync("bob");

        (await ChangeAsync(site, first.Id, Pause)).State.ShouldBe(RunState.Paused);
        (await site.ViewAsync(second.Id)).Position.ShouldBe(1);
        (await ChangeAsync(site, first.Id, GoOn)).Position.ShouldBe(2);
    }

    [Fact]
    public async Task Restart_PausedRuns_StayPausedAndCanGoOn()
    {
        using var folder = new TestFolder();
        Guid held, waiting;
        await using (var site = TestSite.StartOn(folder))
        {
            await using var trainer = await FakeTrainer.ReadyAsync(site);
            held = (await site.BeginAsync("ada")).Id;
            await trainer.NextOrderAsync();
            waiting = (await site.BeginAsync("ada")).Id;
            await ChangeAsync(site, held, Pause);
            await ChangeAsync(site, waiting, Pause);
        }

        await using var restarted = TestSite.StartOn(folder);
        (await restarted.ViewAsync(held)).ShouldSatisfyAllConditions(v => v.State.ShouldBe(RunState.Paused), v => v.Helm.ShouldBe(new RunHelm(IsPaused: true)));
        (await restarted.ViewAsync(waiting)).State.ShouldBe(RunState.Paused);
        var seen = new List<RunEvent>();
        using var watch = await restarted.Runs.WatchAsync(held, seen.Add, Cancel);
        (await ChangeAsync(restarted, held, GoOn)).State.ShouldBe(RunState.Queued);
        seen.OfType<RunEvent.Changed>().Last().View.State.ShouldBe(RunState.Queued);
    }

    [Fact]
    public async Task Cancel_PausedRunWithoutATrainer_EndsAtOnce()
    {
        await using var site = await TestSite.StartAsync();
        var run = await site.BeginAsync("ada");
        await ChangeAsync(site, run.Id, Pause);

        (await site.Runs.CancelAsync("ada", run.Id, Cancel)).ShouldBe(CancelOutcome.Accepted);

        (await site.ViewAsync(run.Id)).ShouldSatisfyAllConditions(v => v.State.ShouldBe(RunState.Cancelled), v => v.Helm.ShouldBe(new RunHelm()));
    }

    [Fact]
    public async Task Start_PausedRunsCountAsRuns()
    {
        await using var site = await TestSite.StartAsync(("Runs:PerLearner", "1"));
        await ChangeAsync(site, (await site.BeginAsync("ada")).Id, Pause);

        (await site.Runs.StartAsync("ada", "cnn", new TrainingSettings(), Cancel)).ShouldBe(new RunStart.OverQuota(1, QueueFull: false));
    }

    private static async Task<RunView> ChangeAsync(TestSite site, Guid runId, RunChange change) =>
        (await site.Runs.ChangeAsync("ada", runId, change, Cancel)).ShouldBeOfType<RunChanged.Accepted>().Run;
}
