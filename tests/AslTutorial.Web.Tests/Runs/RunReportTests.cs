using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Runs;

public class RunReportTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_TrainedToItsEnd_IsStoredAndCompleted()
    {
        await using var trainer = await TrainerAsync();
        var run = await Site.BeginAsync(Learner, new TrainingSettings(Epochs: 2, Seed: 7));
        var order = await trainer.NextOrderAsync();

        order.ShouldBe(new RunOrder(new RunLease(run.Id, 1), new TrainingSettings(Epochs: 2, Seed: 7), Resume: false));
        (await Site.ViewAsync(run.Id)).ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(RunState.Running),
            v => v.Position.ShouldBeNull(),
            v => v.Device.ShouldBe(FakeTrainer.Device.Name),
            v => v.DataSet.ShouldBe(FakeTrainer.Data));

        (await trainer.EpochAsync(order.Lease, 0)).ShouldBeTrue();
        (await trainer.EpochAsync(order.Lease, 1)).ShouldBeTrue();
        (await trainer.PutWeightsAsync(order.Lease, [1, 2, 3])).IsSuccessStatusCode.ShouldBeTrue();
        (await trainer.EndAsync(order.Lease)).ShouldBeTrue();

        var view = await Site.ViewAsync(run.Id);
        view.State.ShouldBe(RunState.Completed);
        view.Epochs.ShouldBe([Samples.Epoch(0), Samples.Epoch(1)]);
        view.HasWeights.ShouldBeTrue();
        (await Site.Runs.ConfusionAsync(run.Id, 1, Cancel))!.Counts.ShouldBe(Samples.Confusion(1).Counts);
        (await Site.Runs.ConfusionAsync(run.Id, 2, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Report_OldFence_IsRefused()
    {
        var run = await Site.BeginAsync(Learner);
        RunLease old;
        await using (var first = await TrainerAsync())
        {
            old = (await first.NextOrderAsync()).Lease;
        }

        await using var trainer = await TrainerAsync();
        var lease = (await trainer.NextOrderAsync()).Lease;
        lease.Fence.ShouldBe(old.Fence + 1);

        (await trainer.EpochAsync(old, 0)).ShouldBeFalse();
        (await trainer.EndAsync(old)).ShouldBeFalse();
        (await trainer.DescribeAsync(TrainerPhase.Busy, old)).ShouldBeFalse();
        await trainer.BatchAsync(old, Samples.Batch(0, 1));
        ((int)(await trainer.PutCheckpointAsync(old, [1])).StatusCode).ShouldBe(409);
        ((int)(await trainer.PutWeightsAsync(old, [1])).StatusCode).ShouldBe(409);

        using var watch = await Site.Runs.WatchAsync(run.Id, _ => { }, Cancel);
        watch!.Snapshot.LatestBatch.ShouldBeNull();
        watch.Snapshot.Run.Epochs.ShouldBeEmpty();
        (await trainer.EpochAsync(lease, 0)).ShouldBeTrue();
    }

    [Fact]
    public async Task ReportEpoch_Again_ChangesNothingAndIsAnsweredTrue()
    {
        await using var trainer = await TrainerAsync();
        var run = await Site.BeginAsync(Learner);
        var lease = (await trainer.NextOrderAsync()).Lease;
        var events = new List<RunEvent>();
        using var watch = await Site.Runs.WatchAsync(run.Id, events.Add, Cancel);

        (await trainer.EpochAsync(lease, 0)).ShouldBeTrue();
        (await trainer.EpochAsync(lease, Samples.Epoch(0) with { ValidAccuracy = 0.1 })).ShouldBeTrue();
        (await trainer.EndAsync(lease)).ShouldBeTrue();
        (await trainer.EndAsync(lease)).ShouldBeTrue();
        (await trainer.EndAsync(lease, RunOutcome.Failed)).ShouldBeTrue();

        (await Site.ViewAsync(run.Id)).Epochs.ShouldBe([Samples.Epoch(0)]);
        (await Site.ViewAsync(run.Id)).State.ShouldBe(RunState.Completed);
        events.OfType<RunEvent.Epoch>().Count().ShouldBe(1);
        events.OfType<RunEvent.Changed>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task ReportEpoch_SenselessNumbers_AreRefused()
    {
        await using var trainer = await TrainerAsync();
        var run = await Site.BeginAsync(Learner);
        var lease = (await trainer.NextOrderAsync()).Lease;

        (await trainer.EpochAsync(lease, Samples.Epoch(0) with { ValidLoss = double.NaN })).ShouldBeFalse();
        (await trainer.EpochAsync(lease, Samples.Epoch(99))).ShouldBeFalse();
        (await trainer.EpochAsync(lease, Samples.Epoch(-1))).ShouldBeFalse();
        await trainer.BatchAsync(lease, Samples.Batch(0, 1) with { EtaSeconds = double.PositiveInfinity });

        using var watch = await Site.Runs.WatchAsync(run.Id, _ => { }, Cancel);
        watch!.Snapshot.Run.Epochs.ShouldBeEmpty();
        watch.Snapshot.LatestBatch.ShouldBeNull();
    }

    [Fact]
    public async Task ReportEnd_Failed_KeepsTheReason()
    {
        await using var trainer = await TrainerAsync();
        var run = await Site.BeginAsync(Learner);
        var lease = (await trainer.NextOrderAsync()).Lease;
        var failure = new RunFailure(RunFailureCodes.LossNotFinite, "The loss is NaN.", 1, 17);

        (await trainer.EndAsync(lease, RunOutcome.Failed, failure)).ShouldBeTrue();

        var view = await Site.ViewAsync(run.Id);
        view.State.ShouldBe(RunState.Failed);
        view.Failure.ShouldBe(failure);
        view.EndedAt.ShouldNotBeNull();
    }
}
