using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Runs;

public class RunCancellingTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CancelAsync_WaitingRun_IsCancelledAtOnceAndNeverHandedOut()
    {
        var run = await Site.BeginAsync(Learner);
        var next = await Site.BeginAsync(Other);

        (await Site.Runs.CancelAsync(Learner, run.Id, Cancel)).ShouldBe(CancelOutcome.Accepted);
        (await Site.Runs.CancelAsync(Learner, run.Id, Cancel)).ShouldBe(CancelOutcome.Accepted);

        (await Site.ViewAsync(run.Id)).State.ShouldBe(RunState.Cancelled);
        await using var trainer = await TrainerAsync();
        (await trainer.NextOrderAsync()).Lease.RunId.ShouldBe(next.Id);
    }

    [Fact]
    public async Task CancelAsync_RunningRun_TellsTheTrainerAndTakesItsEnd()
    {
        await using var trainer = await TrainerAsync();
        var run = await Site.BeginAsync(Learner);
        var lease = (await trainer.NextOrderAsync()).Lease;

        (await Site.Runs.CancelAsync(Learner, run.Id, Cancel)).ShouldBe(CancelOutcome.Accepted);

        (await trainer.NextCancelAsync()).ShouldBe(lease);
        (await trainer.PutWeightsAsync(lease, [1])).IsSuccessStatusCode.ShouldBeTrue();
        (await trainer.EndAsync(lease, RunOutcome.Cancelled)).ShouldBeTrue();
        (await Site.ViewAsync(run.Id)).State.ShouldBe(RunState.Cancelled);
        (await Site.Runs.CancelAsync(Learner, run.Id, Cancel)).ShouldBe(CancelOutcome.Accepted);
    }

    [Fact]
    public async Task CancelAsync_TrainerLostBeforeItAnswers_StaysCancelled()
    {
        var run = await Site.BeginAsync(Learner);
        await using (var trainer = await TrainerAsync())
        {
            await trainer.NextOrderAsync();
            await Site.Runs.CancelAsync(Learner, run.Id, Cancel);
        }

        await Site.ReachesAsync(run.Id, RunState.Cancelled);
        (await Site.ViewAsync(run.Id)).Interruptions.ShouldBe(0);
    }

    [Fact]
    public async Task CancelAsync_SiteRestartedBeforeTheTrainerAnswers_StaysCancelled()
    {
        using var folder = new TestFolder();
        Guid runId;
        await using (var site = TestSite.StartOn(folder))
        {
            await using var trainer = await FakeTrainer.ReadyAsync(site);
            runId = (await site.BeginAsync("ada")).Id;
            await trainer.NextOrderAsync();
            await site.Runs.CancelAsync("ada", runId, Cancel);
        }

        await using var restarted = TestSite.StartOn(folder);
        (await restarted.ViewAsync(runId)).State.ShouldBe(RunState.Cancelled);
    }

    [Fact]
    public async Task CancelAsync_NotOnesOwnOrOver_IsRefused()
    {
        await using var trainer = await TrainerAsync();
        var run = await Site.BeginAsync(Learner);
        var lease = (await trainer.NextOrderAsync()).Lease;

        (await Site.Runs.CancelAsync(Other, run.Id, Cancel)).ShouldBe(CancelOutcome.NotOwner);
        (await Site.Runs.CancelAsync(Learner, Guid.NewGuid(), Cancel)).ShouldBe(CancelOutcome.NotFound);
        await trainer.EndAsync(lease);
        (await Site.Runs.CancelAsync(Learner, run.Id, Cancel)).ShouldBe(CancelOutcome.AlreadyEnded);
    }
}
