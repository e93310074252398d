using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Runs;

public class RunCancellingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CancelAsync_WaitingRun_IsCancelledAtOnceAndNeverHandedOut()
    {
        await using var site = await TestSite.StartAsync();
        var run = await site.BeginAsync("ada");
        var next = await site.BeginAsync("bob");

        (await site.Runs.CancelAsync("ada", run.Id, Cancel)).ShouldBe(CancelOutcome.Accepted);
        (await site.Runs.CancelAsync("ada", run.Id, Cancel)).ShouldBe(CancelOutcome.Accepted);

        (await site.ViewAsync(run.Id)).State.ShouldBe(RunState.Cancelled);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        (await trainer.NextOrderAsync()).Lease.RunId.ShouldBe(next.Id);
    }

    [Fact]
    public async Task CancelAsync_RunningRun_TellsTheTrainerAndTakesItsEnd()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var run = await site.BeginAsync("ada");
        var lease = (await trainer.NextOrderAsync()).Lease;

        (await site.Runs.CancelAsync("ada", run.Id, Cancel)).ShouldBe(CancelOutcome.Accepted);

        (await trainer.NextCancelAsync()).ShouldBe(lease);
        (await trainer.PutWeightsAsync(lease, [1])).IsSuccessStatusCode.ShouldBeTrue();
        (await trainer.EndAsync(lease, RunOutcome.Cancelled)).ShouldBeTrue();
        (await site.ViewAsync(run.Id)).State.ShouldBe(RunState.Cancelled);
        (await site.Runs.CancelAsync("ada", run.Id, Cancel)).ShouldBe(CancelOutcome.Accepted);
    }

    [Fact]
    public async Task CancelAsync_TrainerLostBeforeItAnswers_StaysCancelled()
    {
        await using var site = await TestSite.StartAsync(("Runs:ReconnectSeconds", "0"));
        var run = await site.BeginAsync("ada");
        await using (var trainer = await FakeTrainer.ReadyAsync(site))
        {
            await trainer.NextOrderAsync();
            await site.Runs.CancelAsync("ada", run.Id, Cancel);
        }

        await site.ReachesAsync(run.Id, RunState.Cancelled);
        (await site.ViewAsync(run.Id)).Interruptions.ShouldBe(0);
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
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var run = await site.BeginAsync("ada");
        var lease = (await trainer.NextOrderAsync()).Lease;

        (await site.Runs.CancelAsync("bob", run.Id, Cancel)).ShouldBe(CancelOutcome.NotOwner);
        (await site.Runs.CancelAsync("ada", Guid.NewGuid(), Cancel)).ShouldBe(CancelOutcome.NotFound);
        await trainer.EndAsync(lease);
        (await site.Runs.CancelAsync("ada", run.Id, Cancel)).ShouldBe(CancelOutcome.AlreadyEnded);
    }
}
