using System.Collections.Concurrent;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Cluster;
using AslTutorial.Web.Floor;
using AslTutorial.Web.Looks;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Floor;

/// <summary>Two nodes, of which the first has the floor: orders, trainers and watchers on either.</summary>
public class FloorNodesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Order_OfTheFloorsNode_GoesToTheOtherNodesTrainer_AndBothNodesSeeAllOfIt()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(nodes.Second);
        var run = await nodes.First.BeginAsync("ada", new TrainingSettings(Epochs: 2));
        var order = await trainer.NextOrderAsync();
        order.Lease.ShouldBe(new RunLease(run.ExecutionId, 1));
        var (here, there) = (new ConcurrentQueue<RunEvent>(), new ConcurrentQueue<RunEvent>());
        using var first = (await nodes.First.Runs.WatchAsync(run.Id, here.Enqueue, Cancel)).ShouldNotBeNull();
        using var second = (await nodes.Second.Runs.WatchAsync(run.Id, there.Enqueue, Cancel)).ShouldNotBeNull();
        second.Snapshot.Run.State.ShouldBe(RunState.Running);

        for (var epoch = 0; epoch < 2; epoch++)
        {
            for (var batch = 0; batch < 20; batch++)
            {
                await trainer.BatchAsync(order.Lease, new(epoch, batch, 20, 0.5, 0.5, 100, 1));
            }

            (await trainer.EpochAsync(order.Lease, epoch)).ShouldBeTrue();
        }

        (await trainer.EndAsync(order.Lease)).ShouldBeTrue();

        await Eventually.ShouldBeTrueAsync(() => here.Any(IsEnd) && there.Any(IsEnd), "the end is told on both nodes");
        there.Select(Told).ShouldBe(here.Select(Told));
        there.OfType<RunEvent.Batch>().Count().ShouldBe(40);
        (await nodes.Second.ViewAsync(run.Id)).Epochs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Watcher_WhoComesLater_HasTheTrailInTheSnapshotAndTheRestAsItComes()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(nodes.First);
        var run = await nodes.First.BeginAsync("ada");
        var lease = (await trainer.NextOrderAsync()).Lease;
        var news = new ConcurrentQueue<RunEvent>();
        var reporting = Task.Run(
            async () =>
            {
                for (var batch = 0; batch < 400; batch++)
                {
                    await trainer.BatchAsync(lease, new(0, batch, 400, 0.5, 0.5, 100, 1));
                }
            },
            Cancel);
        await Eventually.ShouldBeTrueAsync(async () => (await Snapshot(nodes.First)).LatestBatch is not null, "some have come");

        using var watch = (await nodes.Second.Runs.WatchAsync(run.Id, news.Enqueue, Cancel)).ShouldNotBeNull();

        await reporting;
        await Eventually.ShouldBeTrueAsync(() => news.LastOrDefault() is RunEvent.Batch { Progress.Batch: 399 }, "the last has come");
        var next = watch.Snapshot.LatestBatch.ShouldNotBeNull().Batch + 1;
        news.OfType<RunEvent.Batch>().Select(one => one.Progress.Batch).ShouldBe(Enumerable.Range(next, 400 - next));

        async Task<RunSnapshot> Snapshot(TestSite site)
        {
            using var looked = (await site.Runs.WatchAsync(run.Id, _ => { }, Cancel)).ShouldNotBeNull();
            return looked.Snapshot;
        }
    }

    [Fact]
    public async Task Learner_OfTheOtherNode_WaitsIsToldThePlaceSteersAndCancels()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(nodes.Second);
        var first = await nodes.Second.BeginAsync("ada");
        var lease = (await trainer.NextOrderAsync()).Lease;
        var waiting = await nodes.Second.BeginAsync("bob");

        waiting.Position.ShouldBe(1);
        (await nodes.Second.ViewAsync(waiting.Id)).Position.ShouldBe(1);
        (await nodes.Second.Runs.ListAsync("bob", cancel: Cancel)).ShouldHaveSingleItem().Position.ShouldBe(1);

        (await nodes.Second.Runs.ChangeAsync("ada", first.Id, new(LearningRate: 0.5), Cancel)).ShouldBeOfType<RunChanged.Accepted>();
        (await trainer.NextSteerAsync()).Order.LearningRate.ShouldBe(0.5);
        (await nodes.First.Runs.CancelAsync("ada", first.Id, Cancel)).ShouldBe(CancelOutcome.Accepted);
        (await trainer.NextCancelAsync()).ShouldBe(lease);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CellAndLook_OfANodeWithoutTrainer_AreTheOtherNodes(bool isTrainerAtTheFirst)
    {
        await using var nodes = await TwoNodes.StartAsync();
        var (with, without) = isTrainerAtTheFirst ? (nodes.First, nodes.Second) : (nodes.Second, nodes.First);
        await using var trainer = await FakeTrainer.ReadyAsync(with);
        var cells = without.Services.GetRequiredService<ICellOrders>();
        await Eventually.ShouldBeTrueAsync(() => cells.DataSet == FakeTrainer.Data, "the data of the other node is known");

        var outcome = await cells.RunAsync(new("cnn", "peek", [new("peek", "rows", CellValue.Of(7))]), Cancel);
        var look = await without.Services.GetRequiredService<LookQueue>().AskAsync(new(LookView.Whole) { Image = 3 }, FakeTrainer.Data.Digest, "ada", Cancel);

        outcome.Status.ShouldBe(CellRunStatus.Done);
        outcome.Result.ShouldNotBeNull().Outputs.ShouldHaveSingleItem().Text.ShouldBe("peek");
        look.ShouldBeOfType<LookOutcome.File>().Bytes.Length.ShouldBeGreaterThan(0);
        without.Services.GetRequiredService<ITrainerDirectory>().All.ShouldHaveSingleItem().Connected.ShouldBeTrue();
    }

    [Fact]
    public async Task NodeOfTheTrainer_Lost_TheRunGoesOnAtTheOtherNode()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(nodes.Second);
        var run = await nodes.First.BeginAsync("ada", new TrainingSettings(Epochs: 2));
        var lease = (await trainer.NextOrderAsync()).Lease;
        (await trainer.EpochAsync(lease, 0)).ShouldBeTrue();

        await nodes.LoseSecondAsync();
        await using var other = await FakeTrainer.ReadyAsync(nodes.First);
        var again = await Task.Run(other.NextOrderAsync, Cancel).WaitAsync(TimeSpan.FromSeconds(60), Cancel);

        again.Lease.ShouldBe(new RunLease(run.ExecutionId, 2));
        (await other.EpochAsync(again.Lease, 1)).ShouldBeTrue();
        (await nodes.First.ViewAsync(run.Id)).Epochs.Select(epoch => epoch.Epoch).ShouldBe([0, 1]);
    }

    [Fact]
    public async Task NodeOfTheFloor_Leaves_TheOtherNodeHasItAndBothAnswer()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var (here, there) = (nodes.First.Services.GetRequiredService<FloorSeat>(), nodes.Second.Services.GetRequiredService<FloorSeat>());
        var waiting = new[] { await nodes.First.BeginAsync("ada"), await nodes.Second.BeginAsync("bob") };
        here.IsHere.ShouldBeTrue();

        // As it does at the first word of its end.
        await nodes.First.Services.GetRequiredService<IGrainFactory>().GetGrain<INodesGrain>(0).LeaveAsync(nodes.First.Services.GetRequiredService<NodeName>().Value);

        await Eventually.ShouldBeTrueAsync(() => there.IsHere && !here.IsHere, "the other node has the floor");
        foreach (var site in (TestSite[])[nodes.First, nodes.Second])
        {
            (await site.ViewAsync(waiting[0].Id)).Position.ShouldBe(1);
            (await site.ViewAsync(waiting[1].Id)).Position.ShouldBe(2);
        }
    }

    [Fact]
    public async Task Rehearsal_OfATakeover_ChangesNothing()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var run = await nodes.First.BeginAsync("ada");

        await nodes.Second.Services.GetRequiredService<RunLeases>().RehearseAsync(Cancel);

        nodes.Second.Services.GetRequiredService<RunBoard>().Find(run.Id).ShouldBeNull();
        (await nodes.Second.ViewAsync(run.Id)).Position.ShouldBe(1);
    }

    private static bool IsEnd(RunEvent happening) => happening is RunEvent.Changed { View.State: RunState.Completed };

    private static string Told(RunEvent happening) => happening switch
    {
        RunEvent.Batch batch => $"batch {batch.Progress.Epoch}.{batch.Progress.Batch}",
        RunEvent.Epoch epoch => $"epoch {epoch.Result.Epoch}",
        RunEvent.Changed changed => $"{changed.View.State} with {changed.View.Epochs.Count}",
        _ => "?",
    };
}
