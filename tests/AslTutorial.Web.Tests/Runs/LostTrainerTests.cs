using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Runs;

public class LostTrainerTests
{
    private static readonly (string, string) AtOnce = ("Runs:ReconnectSeconds", "0");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TrainerLost_RunningRun_GoesFirstAndResumesFromItsCheckpoint()
    {
        await using var site = await TestSite.StartAsync(AtOnce);
        var run = await site.BeginAsync("ada");
        await using (var first = await FakeTrainer.ReadyAsync(site))
        {
            var lease = (await first.NextOrderAsync()).Lease;
            await site.BeginAsync("bob");
            (await first.PutCheckpointAsync(lease, [7, 7])).IsSuccessStatusCode.ShouldBeTrue();
            (await first.EpochAsync(lease, 0)).ShouldBeTrue();
        }

        await site.ReachesAsync(run.Id, RunState.Queued);
        (await site.ViewAsync(run.Id)).ShouldSatisfyAllConditions(
            v => v.Position.ShouldBe(1),
            v => v.Interruptions.ShouldBe(1),
            v => v.Epochs.Count.ShouldBe(1));

        await using var second = await FakeTrainer.ReadyAsync(site);
        var order = await second.NextOrderAsync();
        order.Lease.ShouldBe(new RunLease(run.Id, 2));
        order.Resume.ShouldBeTrue();
        var bytes = await second.Http.GetByteArrayAsync(new Uri($"{TrainerRoutes.Checkpoint(run.Id)}?fence=2", UriKind.Relative), Cancel);
        bytes.ShouldBe([7, 7]);
    }

    [Fact]
    public async Task TrainerLost_AgainAndAgainWithoutAnEpoch_FailsTheRun()
    {
        await using var site = await TestSite.StartAsync(AtOnce, ("Runs:MaxAttempts", "2"));
        var run = await site.BeginAsync("ada");
        await LoseAsync(site, run.Id, RunState.Queued, epoch: 0);
        await LoseAsync(site, run.Id, RunState.Queued, epoch: 1);
        await LoseAsync(site, run.Id, RunState.Failed, epoch: null);

        var view = await site.ViewAsync(run.Id);
        view.Failure!.Code.ShouldBe(RunFailureCodes.TrainerLostTooOften);
        view.Interruptions.ShouldBe(3);
        view.Epochs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task TrainerComesBackInTime_WithItsRun_GoesOnWithTheSameLease()
    {
        await using var site = await TestSite.StartAsync(("Runs:ReconnectSeconds", "30"));
        var run = await site.BeginAsync("ada");
        RunLease lease;
        await using (var first = await FakeTrainer.ReadyAsync(site))
        {
            lease = (await first.NextOrderAsync()).Lease;
        }

        await using var back = await FakeTrainer.ConnectAsync(site);
        (await back.DescribeAsync(TrainerPhase.Busy, lease)).ShouldBeTrue();
        (await back.EpochAsync(lease, 0)).ShouldBeTrue();

        (await site.ViewAsync(run.Id)).ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(RunState.Running),
            v => v.Interruptions.ShouldBe(0));
    }

    [Fact]
    public async Task TrainerComesBackLate_RunStillWaiting_TakesItUpAgain()
    {
        await using var site = await TestSite.StartAsync(AtOnce);
        var run = await site.BeginAsync("ada");
        RunLease lease;
        await using (var first = await FakeTrainer.ReadyAsync(site))
        {
            lease = (await first.NextOrderAsync()).Lease;
        }

        await site.ReachesAsync(run.Id, RunState.Queued);
        await using var back = await FakeTrainer.ConnectAsync(site);
        (await back.DescribeAsync(TrainerPhase.Busy, lease)).ShouldBeTrue();

        (await site.ViewAsync(run.Id)).State.ShouldBe(RunState.Running);
        (await back.EpochAsync(lease, 0)).ShouldBeTrue();
    }

    [Fact]
    public async Task RestartOfTheSite_RunningRun_WaitsFirstAndIsHandedOutWithANewFence()
    {
        using var folder = new TestFolder();
        Guid runId;
        await using (var site = TestSite.StartOn(folder))
        {
            await using var trainer = await FakeTrainer.ReadyAsync(site);
            runId = (await site.BeginAsync("ada")).Id;
            var lease = (await trainer.NextOrderAsync()).Lease;
            await site.BeginAsync("bob");
            (await trainer.EpochAsync(lease, 0)).ShouldBeTrue();
        }

        await using var restarted = TestSite.StartOn(folder);
        (await restarted.ViewAsync(runId)).ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(RunState.Queued),
            v => v.Position.ShouldBe(1),
            v => v.Epochs.ShouldBe([Samples.Epoch(0)]));
        await using var next = await FakeTrainer.ReadyAsync(restarted);
        (await next.NextOrderAsync()).Lease.ShouldBe(new RunLease(runId, 2));
    }

    [Fact]
    public async Task TrainerWithOtherData_RunThatHasBegun_Fails()
    {
        await using var site = await TestSite.StartAsync(AtOnce);
        var run = await site.BeginAsync("ada");
        await LoseAsync(site, run.Id, RunState.Queued, epoch: 0);

        await using var other = await FakeTrainer.ConnectAsync(site);
        await other.DescribeAsync(TrainerPhase.Idle, data: new DataSetInfo(DataSetInfo.SignMnist, 1, 1, "cd34"));

        await site.ReachesAsync(run.Id, RunState.Failed);
        (await site.ViewAsync(run.Id)).Failure!.Text.ShouldContain("another data set");
    }

    private static async Task LoseAsync(TestSite site, Guid runId, RunState then, int? epoch)
    {
        await using (var trainer = await FakeTrainer.ReadyAsync(site))
        {
            var lease = (await trainer.NextOrderAsync()).Lease;
            lease.RunId.ShouldBe(runId);
            if (epoch is { } done)
            {
                (await trainer.EpochAsync(lease, done)).ShouldBeTrue();
            }
        }

        await site.ReachesAsync(runId, then);
    }
}
