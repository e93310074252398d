using AslTutorial.Web.Hubs;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Hubs;

public sealed class WatcherPumpTests
{
    private static readonly Guid RunId = Guid.NewGuid();

    [Fact]
    public async Task Post_BrowserThatDoesNotRead_KeepsEpochsAndOnlyTheNewestBatch()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sent = new List<RunEvent>();
        using var pump = new WatcherPump(
            async (_, e) =>
            {
                await gate.Task;
                lock (sent)
                {
                    sent.Add(e);
                }
            },
            abort: () => { },
            TimeProvider.System);
        var run = pump.Open();
        var pumping = pump.RunAsync();

        for (var epoch = 0; epoch < 50; epoch++)
        {
            for (var batch = 1; batch <= 20; batch++)
            {
                pump.Post(run, new RunEvent.Batch(RunId, Samples.Batch(epoch, batch)));
            }

            pump.Post(run, new RunEvent.Epoch(RunId, Samples.Epoch(epoch)));
        }

        pump.Post(run, new RunEvent.Batch(RunId, Samples.Batch(50, 7)));
        gate.SetResult();
        await Eventually.ShouldBeTrueAsync(() => Snapshot(sent).OfType<RunEvent.Batch>().Any(b => b.Progress.Epoch == 50), "the newest batch is sent");

        var all = Snapshot(sent);
        all.OfType<RunEvent.Epoch>().Select(e => e.Result.Epoch).ShouldBe(Enumerable.Range(0, 50));
        all.OfType<RunEvent.Batch>().Count().ShouldBeLessThanOrEqualTo(2);
        all[^1].ShouldBe(new RunEvent.Batch(RunId, Samples.Batch(50, 7)));
        pump.Dispose();
        await pumping;
    }

    [Fact]
    public async Task Post_ManyBatches_SendsAtMostTenASecond()
    {
        var interval = TimeSpan.FromMilliseconds(100);
        var time = new FakeTimeProvider();
        var sent = new List<RunEvent>();
        using var pump = new WatcherPump(
            (_, e) =>
            {
                lock (sent)
                {
                    sent.Add(e);
                }

                return Task.CompletedTask;
            },
            abort: () => { },
            time);
        var run = pump.Open();
        var pumping = pump.RunAsync();

        var (batch, passed) = (0, TimeSpan.Zero);
        await Eventually.ShouldBeTrueAsync(
            () =>
            {
                for (var i = 0; i < 10; i++)
                {
                    pump.Post(run, new RunEvent.Batch(RunId, Samples.Batch(0, ++batch, 100_000)));
                }

                time.Advance(interval / 2);
                passed += interval / 2;
                return Snapshot(sent).Count >= 5;
            },
            "some are sent");

        pump.Dispose();
        await pumping;
        sent.Count.ShouldBeLessThanOrEqualTo((int)(passed / interval) + 1);
        sent.Cast<RunEvent.Batch>().Select(e => e.Progress.Batch).ShouldBeInOrder();
    }

    [Fact]
    public void Post_BrowserFarTooSlow_IsCutOff()
    {
        var aborted = 0;
        using var pump = new WatcherPump((_, _) => Task.CompletedTask, () => aborted++, TimeProvider.System);
        var run = pump.Open();

        for (var epoch = 0; epoch < WatcherPump.MaxWaiting; epoch++)
        {
            pump.Post(run, new RunEvent.Epoch(RunId, Samples.Epoch(0)));
        }

        aborted.ShouldBe(0);
        pump.Post(run, new RunEvent.Epoch(RunId, Samples.Epoch(0)));
        aborted.ShouldBe(1);
    }

    [Fact]
    public async Task Close_EventsWaiting_AreNotSent()
    {
        var sent = new List<RunEvent>();
        using var pump = new WatcherPump(
            (_, e) =>
            {
                sent.Add(e);
                return Task.CompletedTask;
            },
            () => { },
            TimeProvider.System);
        var left = pump.Open();
        var kept = pump.Open();
        pump.Post(left, new RunEvent.Epoch(RunId, Samples.Epoch(0)));
        pump.Post(kept, new RunEvent.Epoch(RunId, Samples.Epoch(1)));
        pump.Close(left);
        pump.Post(left, new RunEvent.Epoch(RunId, Samples.Epoch(2)));

        var pumping = pump.RunAsync();
        await Eventually.ShouldBeTrueAsync(() => sent.Count > 0, "the other run's event is sent");
        pump.Dispose();
        await pumping;

        sent.ShouldBe([new RunEvent.Epoch(RunId, Samples.Epoch(1))]);
    }

    private static List<RunEvent> Snapshot(List<RunEvent> events)
    {
        lock (events)
        {
            return [.. events];
        }
    }
}
