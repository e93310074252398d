using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Runs;

public class WatchingTests
{
    private const int Epochs = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WatchAsync_JoinedAtAnyMomentOfABusyRun_HasNoGapAndNoRepeat()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: Epochs));
        var lease = (await trainer.NextOrderAsync()).Lease;
        var watchers = new List<Joined>();
        using var done = new CancellationTokenSource();
        var joiners = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var joined = new Joined();
                joined.Watch = await site.Runs.WatchAsync(run.Id, joined.Events.Add, Cancel);
                lock (watchers)
                {
                    watchers.Add(joined);
                }

                await Task.Delay(1, Cancel);
            }
        })).ToList();

        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            await trainer.BatchAsync(lease, Samples.Batch(epoch, 100));
            await trainer.BatchAsync(lease, Samples.Batch(epoch, 800));
            (await trainer.EpochAsync(lease, epoch)).ShouldBeTrue();
        }

        (await trainer.EndAsync(lease)).ShouldBeTrue();
        await done.CancelAsync();
        await Task.WhenAll(joiners);

        watchers.Count.ShouldBeGreaterThan(20);
        foreach (var joined in watchers)
        {
            using var watch = joined.Watch.ShouldNotBeNull();
            watch.Snapshot.Run.Epochs.Select(e => e.Epoch)
                .Concat(joined.Events.OfType<RunEvent.Epoch>().Select(e => e.Result.Epoch))
                .ShouldBe(Enumerable.Range(0, Epochs));
            var batches = joined.Events.OfType<RunEvent.Batch>().Select(b => Key(b.Progress)).ToList();
            batches.ShouldBe(AllBatches().Skip((2 * Epochs) - batches.Count));
            watch.Snapshot.LatestBatch.ShouldBe(batches.Count == 2 * Epochs ? null : Latest((2 * Epochs) - batches.Count - 1));
            joined.Events.OfType<RunEvent.Changed>().Count().ShouldBe(watch.Snapshot.Run.State == RunState.Running ? 1 : 0);
        }
    }

    [Fact]
    public async Task WatchAsync_AfterLeaving_HearsNothing()
    {
        await using var site = await TestSite.StartAsync();
        var run = await site.BeginAsync("ada");
        var events = new List<RunEvent>();
        (await site.Runs.WatchAsync(run.Id, events.Add, Cancel))!.Dispose();

        await site.Runs.CancelAsync("ada", run.Id, Cancel);

        events.ShouldBeEmpty();
    }

    [Fact]
    public async Task WatchAsync_RunThatEndedBeforeTheSiteStarted_IsItsStoredState()
    {
        using var folder = new TestFolder();
        Guid runId;
        await using (var site = TestSite.StartOn(folder))
        {
            runId = (await site.BeginAsync("ada")).Id;
            await site.Runs.CancelAsync("ada", runId, Cancel);
        }

        await using var restarted = TestSite.StartOn(folder);
        using var watch = await restarted.Runs.WatchAsync(runId, _ => { }, Cancel);
        watch!.Snapshot.Run.State.ShouldBe(RunState.Cancelled);
        (await restarted.Runs.WatchAsync(Guid.NewGuid(), _ => { }, Cancel)).ShouldBeNull();
    }

    private static IEnumerable<int> AllBatches() => Enumerable.Range(0, Epochs).SelectMany(e => new[] { (e * 1_000) + 100, (e * 1_000) + 800 });

    private static int Key(BatchProgress batch) => (batch.Epoch * 1_000) + batch.Batch;

    private static BatchProgress Latest(int index) => Samples.Batch(index / 2, index % 2 == 0 ? 100 : 800);

    private sealed class Joined
    {
        public List<RunEvent> Events { get; } = [];

        public RunSubscription? Watch { get; set; }
    }
}
