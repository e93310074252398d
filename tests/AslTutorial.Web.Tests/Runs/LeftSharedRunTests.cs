using AslTutorial.Training.Contracts;
using AslTutorial.Web.Operate;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Work;
using Microsoft.Extensions.DependencyInjection;
using static AslTutorial.Web.Tests.Runs.SharedRunTests;

namespace AslTutorial.Web.Tests.Runs;

/// <summary>One of several learners who share an execution cancels, steers or deletes; or the operator ends it for all.</summary>
public class LeftSharedRunTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ada")]
    [InlineData("bob")]
    public async Task CancelAsync_OthersShowTheSame_LeavesAloneWithWhatItHas(string leaver)
    {
        await using var site = await TestSite.StartAsync();
        var runs = new Dictionary<string, RunView> { ["ada"] = await StartAsync(site, "ada"), ["bob"] = await StartAsync(site, "bob") };
        var stayer = leaver == "ada" ? "bob" : "ada";
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var lease = (await trainer.NextOrderAsync()).Lease;
        (await trainer.PutEpochWeightsAsync(lease, 0, [7])).IsSuccessStatusCode.ShouldBeTrue();
        (await trainer.EpochAsync(lease, 0)).ShouldBeTrue();

        (await site.Runs.CancelAsync(leaver, runs[leaver].Id, Cancel)).ShouldBe(CancelOutcome.Accepted);
        (await trainer.EpochAsync(lease, 1)).ShouldBeTrue();

        (await site.ViewAsync(runs[leaver].Id)).ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(RunState.Cancelled),
            v => v.Epochs.Count.ShouldBe(1));
        using var client = site.Client();
        (await client.GetByteArrayAsync(new Uri($"/api/runs/{runs[leaver].Id}/weights", UriKind.Relative), Cancel)).ShouldBe([7]);
        (await site.ViewAsync(runs[stayer].Id)).ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(RunState.Running),
            v => v.IsShared.ShouldBeFalse(),
            v => v.Epochs.Count.ShouldBe(2));
        trainer.Cancels.Reader.TryRead(out _).ShouldBeFalse();

        (await site.Runs.CancelAsync(stayer, runs[stayer].Id, Cancel)).ShouldBe(CancelOutcome.Accepted);
        (await trainer.NextCancelAsync()).ShouldBe(lease);
    }

    [Fact]
    public async Task CancelAsync_WaitingLeader_KeepsThePlaceForTheOthers()
    {
        await using var site = await TestSite.StartAsync();
        var ada = await StartAsync(site, "ada");
        var bob = await StartAsync(site, "bob");
        var eve = await site.BeginAsync("eve");

        (await site.Runs.CancelAsync("ada", ada.Id, Cancel)).ShouldBe(CancelOutcome.Accepted);

        (await site.ViewAsync(bob.Id)).Position.ShouldBe(1);
        (await site.ViewAsync(eve.Id)).Position.ShouldBe(2);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        await trainer.NextOrderAsync();
        (await site.ViewAsync(bob.Id)).State.ShouldBe(RunState.Running);
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("bob")]
    public async Task ChangeAsync_OthersShowTheSame_IsTrainedByItselfFromItsLastEpoch(string changer)
    {
        await using var site = await TestSite.StartAsync();
        var runs = new Dictionary<string, RunView> { ["ada"] = await StartAsync(site, "ada"), ["bob"] = await StartAsync(site, "bob") };
        var other = changer == "ada" ? "bob" : "ada";
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var lease = (await trainer.NextOrderAsync()).Lease;
        (await trainer.PutEpochWeightsAsync(lease, 0, [5])).IsSuccessStatusCode.ShouldBeTrue();
        (await trainer.PutCheckpointAsync(lease, [9, 9])).IsSuccessStatusCode.ShouldBeTrue();
        (await trainer.EpochAsync(lease, 0)).ShouldBeTrue();

        (await site.Runs.ChangeAsync(changer, runs[changer].Id, new(LearningRate: 0.01), Cancel)).ShouldBeOfType<RunChanged.Accepted>()
            .Run.ShouldSatisfyAllConditions(v => v.State.ShouldBe(RunState.Queued), v => v.Position.ShouldBe(1), v => v.IsShared.ShouldBeFalse());
        trainer.Steers.Reader.TryRead(out _).ShouldBeFalse();

        await using var second = await FakeTrainer.ReadyAsync(site);
        var order = await second.NextOrderAsync();
        order.Lease.RunId.ShouldNotBe(lease.RunId);
        order.Resume.ShouldBeTrue();
        order.Settings.Steering!.Rates.ShouldBe([new RateChange(1, 0, 0.01)]);
        (await second.Http.GetByteArrayAsync(new Uri($"{TrainerRoutes.Checkpoint(order.Lease.RunId)}?fence={order.Lease.Fence}", UriKind.Relative), Cancel)).ShouldBe([9, 9]);
        (await second.EpochAsync(order.Lease, Samples.Epoch(1) with { TrainLoss = 0.4 })).ShouldBeTrue();
        (await trainer.EpochAsync(lease, 1)).ShouldBeTrue();

        (await site.ViewAsync(runs[changer].Id)).Epochs.Select(e => e.TrainLoss).ShouldBe([0.5, 0.4]);
        (await site.ViewAsync(runs[other].Id)).ShouldSatisfyAllConditions(
            v => v.Epochs.Select(e => e.TrainLoss).ShouldBe([0.5, 0.5]),
            v => v.Settings.Steering.ShouldBeNull());
        // The files of what was shared are to be had, whatever becomes of the others.
        await site.Runs.CancelAsync(other, runs[other].Id, Cancel);
        (await trainer.EndAsync(lease, RunOutcome.Cancelled)).ShouldBeTrue();
        (await site.Runs.DeleteAsync(other, runs[other].Id, Cancel)).ShouldBe(DeleteOutcome.Deleted);
        using var client = site.Client();
        (await client.GetByteArrayAsync(new Uri($"/api/runs/{runs[changer].Id}/weights?epoch=0", UriKind.Relative), Cancel)).ShouldBe([5]);
    }

    [Fact]
    public async Task ChangeAsync_SharedAndTheQueueIsFull_SaysSo()
    {
        await using var site = await TestSite.StartAsync(("Runs:Queue", "1"));
        var ada = await StartAsync(site, "ada");
        await StartAsync(site, "bob");

        (await site.Runs.ChangeAsync("ada", ada.Id, new(Paused: true), Cancel)).ShouldBe(new RunChanged.QueueFull(1));
        (await site.Runs.ChangeAsync("ada", ada.Id, new(Name: "mine"), Cancel)).ShouldBeOfType<RunChanged.Accepted>().Run.ShouldSatisfyAllConditions(
            v => v.Name.ShouldBe("mine"), v => v.Position.ShouldBe(1), v => v.IsShared.ShouldBeTrue());
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("bob")]
    public async Task DeleteWork_OfOneLearner_LeavesTheOthersEpochsAndWeights(string goer)
    {
        await using var site = await TestSite.StartAsync();
        var runs = new Dictionary<string, RunView> { ["ada"] = await StartAsync(site, "ada"), ["bob"] = await StartAsync(site, "bob") };
        var stayer = goer == "ada" ? "bob" : "ada";
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var lease = (await trainer.NextOrderAsync()).Lease;
        (await trainer.EpochAsync(lease, 0)).ShouldBeTrue();

        await site.Services.GetRequiredService<WorkDeleting>().DeleteAsync(goer, Cancel);
        (await trainer.EpochAsync(lease, 1)).ShouldBeTrue();
        (await trainer.EpochAsync(lease, 2)).ShouldBeTrue();
        (await trainer.PutWeightsAsync(lease, [4, 2])).IsSuccessStatusCode.ShouldBeTrue();
        (await trainer.EndAsync(lease)).ShouldBeTrue();

        (await site.Runs.FindAsync(runs[goer].Id, Cancel)).ShouldBeNull();
        (await site.Runs.FindDeletedAsync(runs[goer].Id, Cancel)).ShouldNotBeNull();
        (await site.ViewAsync(runs[stayer].Id)).Epochs.Count.ShouldBe(3);
        using var client = site.Client();
        var weights = new Uri($"/api/runs/{runs[stayer].Id}/weights", UriKind.Relative);
        (await client.GetByteArrayAsync(weights, Cancel)).ShouldBe([4, 2]);
        var files = site.Services.GetRequiredService<RunFiles>();
        (await files.HasWeightsAsync(lease.RunId, Cancel)).ShouldBeTrue();
        (await site.Runs.DeleteAsync(stayer, runs[stayer].Id, Cancel)).ShouldBe(DeleteOutcome.Deleted);
        (await files.HasWeightsAsync(lease.RunId, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task OperatorsCancel_SharedExecution_EndsItForAll()
    {
        await using var site = await TestSite.StartAsync();
        var ada = await StartAsync(site, "ada");
        var bob = await StartAsync(site, "bob");
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var lease = (await trainer.NextOrderAsync()).Lease;

        await site.Services.GetRequiredService<OperateDesk>().CancelAsync(ada.Id, Cancel);

        (await trainer.NextCancelAsync()).ShouldBe(lease);
        (await trainer.EndAsync(lease, RunOutcome.Cancelled)).ShouldBeTrue();
        (await site.ViewAsync(ada.Id)).State.ShouldBe(RunState.Cancelled);
        (await site.ViewAsync(bob.Id)).State.ShouldBe(RunState.Cancelled);
    }
}
