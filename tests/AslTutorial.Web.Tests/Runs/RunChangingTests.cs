using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Runs;

/// <summary>Runs that are steered while a trainer has them, or while none has.</summary>
public class RunChangingTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static readonly RunChange Faster = new(LearningRate: 0.01);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ChangeAsync_RateOfARunningRun_IsOrderedAndKeptWithTheBatchThatTheTrainerNames()
    {
        await using var trainer = await TrainerAsync();
        var run = await Site.BeginAsync(Learner);
        var lease = (await trainer.NextOrderAsync()).Lease;

        var wanted = await ChangeAsync(Site, run.Id, Faster);
        wanted.Helm.ShouldBe(new RunHelm(WantedRate: 0.01));
        (await trainer.NextSteerAsync()).ShouldBe((lease, new SteerOrder(0.01, Paused: false, StopAfterEpoch: false)));
        (await trainer.SteeredAsync(lease, new(new([new(0, 7, 0.01)]), Paused: false, LastEpoch: null, Epoch: 0, Batch: 7))).ShouldBeTrue();

        var view = await Site.ViewAsync(run.Id);
        view.Settings.Steering.ShouldBe(new RunSteering([new(0, 7, 0.01)]));
        view.Helm.ShouldBe(new RunHelm());
        view.Settings.LearningRate.ShouldBe(0.001);
    }

    [Fact]
    public async Task ChangeAsync_TrainerLostBeforeItAnswers_TheNextOneHasTheRateFromItsFirstBatch()
    {
        var run = await Site.BeginAsync(Learner);
        await using (var first = await TrainerAsync())
        {
            var lease = (await first.NextOrderAsync()).Lease;
            await first.EpochAsync(lease, 0);
            await ChangeAsync(Site, run.Id, Faster);
        }

        await Site.ReachesAsync(run.Id, RunState.Queued);
        await using var second = await TrainerAsync();

        (await second.NextOrderAsync()).Settings.Steering.ShouldBe(new RunSteering([new(1, 0, 0.01)]));
        (await Site.ViewAsync(run.Id)).Helm.WantedRate.ShouldBeNull();
    }

    [Fact]
    public async Task TrainerLost_AfterAChange_TheNextOneMakesItAtTheSameBatch()
    {
        var run = await Site.BeginAsync(Learner);
        var steering = new RunSteering([new(1, 30, 0.01)]);
        await using (var first = await TrainerAsync())
        {
            var lease = (await first.NextOrderAsync()).Lease;
            await first.EpochAsync(lease, 0);
            await first.SteeredAsync(lease, new(steering, Paused: false, LastEpoch: 2, Epoch: 1, Batch: 30));
            await ChangeAsync(Site, run.Id, new(StopAfterEpoch: true));
        }

        await Site.ReachesAsync(run.Id, RunState.Queued);
        await using var second = await TrainerAsync();

        var order = await second.NextOrderAsync();
        order.Settings.ShouldBe(new TrainingSettings(Epochs: 5, Steering: steering));
        order.LastEpoch.ShouldBe(2);
    }

    [Fact]
    public async Task TrainerComesBack_SteeredMeanwhile_IsTold()
    {
        await using var site = await TestSite.StartAsync(("Runs:ReconnectSeconds", "30"));
        var run = await site.BeginAsync("ada");
        RunLease lease;
        await using (var first = await FakeTrainer.ReadyAsync(site))
        {
            lease = (await first.NextOrderAsync()).Lease;
        }

        await ChangeAsync(site, run.Id, new(LearningRate: 0.02, StopAfterEpoch: true));
        await using var back = await FakeTrainer.ConnectAsync(site);
        (await back.DescribeAsync(TrainerPhase.Busy, lease)).ShouldBeTrue();

        (await back.NextSteerAsync()).ShouldBe((lease, new SteerOrder(0.02, Paused: false, StopAfterEpoch: true)));
    }

    [Fact]
    public async Task ChangeAsync_ToStopAfterTheEpoch_CompletesEarlyAndIsRepeatedWithAsMany()
    {
        await using var trainer = await TrainerAsync();
        var run = await Site.BeginAsync(Learner);
        var lease = (await trainer.NextOrderAsync()).Lease;

        (await ChangeAsync(Site, run.Id, new(StopAfterEpoch: true))).Helm.StopsAfterEpoch.ShouldBeTrue();
        (await trainer.NextSteerAsync()).Order.ShouldBe(new SteerOrder(null, Paused: false, StopAfterEpoch: true));
        await trainer.SteeredAsync(lease, new(null, Paused: false, LastEpoch: 0, Epoch: 0, Batch: 3));
        await trainer.EpochAsync(lease, 0);
        await trainer.EndAsync(lease);

        var view = await Site.ViewAsync(run.Id);
        (view.State, view.Settings.Epochs, view.Epochs.Count, view.Helm).ShouldBe((RunState.Completed, 5, 1, new RunHelm()));
        view.SettingsToRepeat().ShouldBe(new TrainingSettings(Epochs: 1));
    }

    [Fact]
    public async Task SteeredAsync_SenselessOrOfAnotherLease_IsRefused()
    {
        await using var trainer = await TrainerAsync();
        var run = await Site.BeginAsync(Learner);
        var lease = (await trainer.NextOrderAsync()).Lease;

        (await trainer.SteeredAsync(lease with { Fence = 9 }, new(null, false, null, 0, 0))).ShouldBeFalse();
        (await trainer.SteeredAsync(lease, new(null, false, LastEpoch: 5, 0, 0))).ShouldBeFalse();
        (await trainer.SteeredAsync(lease, new(new([new(0, 0, double.NaN)]), false, null, 0, 0))).ShouldBeFalse();
        (await Site.ViewAsync(run.Id)).Settings.Steering.ShouldBeNull();
    }

    [Fact]
    public async Task ChangeAsync_NotOnesOwnOrOverOrBad_IsRefused()
    {
        await using var trainer = await TrainerAsync();
        var run = await Site.BeginAsync(Learner);
        var lease = (await trainer.NextOrderAsync()).Lease;

        (await Site.Runs.ChangeAsync(Other, run.Id, Faster, Cancel)).ShouldBeOfType<RunChanged.NotOwner>();
        (await Site.Runs.ChangeAsync(Learner, Guid.NewGuid(), Faster, Cancel)).ShouldBeOfType<RunChanged.NotFound>();
        (await Site.Runs.ChangeAsync(Learner, run.Id, new(LearningRate: 3, Name: new string('x', 81), Note: "a\0b"), Cancel))
            .ShouldBeOfType<RunChanged.Invalid>().Faults.Select(fault => fault.Field).ShouldBe(["learningRate", "name", "note"]);
        await trainer.EndAsync(lease);
        (await Site.Runs.ChangeAsync(Learner, run.Id, new(Paused: true), Cancel)).ShouldBeOfType<RunChanged.Ended>();
        (await ChangeAsync(Site, run.Id, new(Name: " the first ", Note: "two\nlines"))).ShouldSatisfyAllConditions(
            v => v.Name.ShouldBe("the first"), v => v.Note.ShouldBe("two\nlines"));
        (await ChangeAsync(Site, run.Id, new(Name: ""))).Name.ShouldBeNull();
    }

    [Fact]
    public async Task ChangeAsync_MoreRatesThanAreKept_IsRefused()
    {
        var steering = new RunSteering([.. Enumerable.Range(0, TrainingLimits.MaxRateChanges).Select(n => new RateChange(0, n, 0.001 + (n * 1e-6)))]);
        var run = await Site.BeginAsync(Learner, new TrainingSettings(Steering: steering));

        (await Site.Runs.ChangeAsync(Learner, run.Id, Faster, Cancel)).ShouldBeOfType<RunChanged.Invalid>().Faults.Single().Field.ShouldBe("learningRate");
    }

    private static async Task<RunView> ChangeAsync(TestSite site, Guid runId, RunChange change) =>
        (await site.Runs.ChangeAsync(site.Learner, runId, change, Cancel)).ShouldBeOfType<RunChanged.Accepted>().Run;
}
