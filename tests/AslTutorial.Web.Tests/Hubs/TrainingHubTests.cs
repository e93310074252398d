using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Hosting.Logs;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Hubs;

public sealed class TrainingHubTests(SharedSite shared)
{
    [Fact]
    public async Task Watch_RunInProgress_AnswersEverythingKnown()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var run = await site.BeginAsync("ada", new TrainingSettings(ModelKind.Dense, Epochs: 3));
        var lease = (await trainer.NextOrderAsync()).Lease;
        await trainer.EpochAsync(lease, 0);
        await trainer.BatchAsync(lease, Samples.Batch(1, 5));
        await using var browser = await Browser.ConnectAsync(site);

        var snapshot = await browser.WatchAsync(run.Id);

        snapshot.GetProperty("runId").GetGuid().ShouldBe(run.Id);
        snapshot.GetProperty("state").GetString().ShouldBe("running");
        snapshot.GetProperty("reason").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        snapshot.GetProperty("settings").GetProperty("model").GetString().ShouldBe("dense");
        snapshot.GetProperty("epochs")[0].GetProperty("validAccuracy").GetDouble().ShouldBe(0.95);
        snapshot.GetProperty("latestBatch").GetProperty("batch").GetInt32().ShouldBe(5);
        snapshot.GetProperty("batches").GetArrayLength().ShouldBe(1);
        snapshot.GetProperty("dataSet").GetProperty("kind").GetString().ShouldBe("synthetic");
        snapshot.GetProperty("device").GetString().ShouldBe("CPU, 1 thread");
        snapshot.TryGetProperty("sent", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Watch_RunGoesOn_SendsItsEventsInOrder()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ConnectAsync(site);
        await using var browser = await Browser.ConnectAsync(site);
        var run = await site.BeginAsync("ada");
        (await browser.WatchAsync(run.Id)).GetProperty("position").GetInt32().ShouldBe(1);

        await trainer.DescribeAsync(TrainerPhase.Idle);
        var lease = (await trainer.NextOrderAsync()).Lease;
        (await browser.NextAsync()).ShouldSatisfyAllConditions(
            e => e.Name.ShouldBe("RunStateChanged"),
            e => e.RunId.ShouldBe(run.Id),
            e => e.Body.GetProperty("state").GetString().ShouldBe("running"));
        await trainer.BatchAsync(lease, Samples.Batch(0, 3));
        (await browser.NextAsync()).Body.GetProperty("trainLoss").GetDouble().ShouldBe(0.5);
        await trainer.EpochAsync(lease, 0);
        (await browser.NextAsync()).ShouldSatisfyAllConditions(
            e => e.Name.ShouldBe("EpochCompleted"),
            e => e.Body.GetProperty("epoch").GetInt32().ShouldBe(0));
        await trainer.EndAsync(lease, RunOutcome.Failed, new RunFailure(RunFailureCodes.OutOfMemory, "No memory.", 1));
        (await browser.NextAsync()).Body.ShouldSatisfyAllConditions(
            b => b.GetProperty("state").GetString().ShouldBe("failed"),
            b => b.GetProperty("reason").GetString().ShouldBe("No memory."),
            b => b.GetProperty("failure").GetProperty("code").GetString().ShouldBe("out-of-memory"));
    }

    [Fact]
    public async Task Watch_BusyRunJoinedAgainAndAgain_HasNoGapNoRepeatAndNoEventBeforeItsSnapshot()
    {
        const int Epochs = 120;
        await using var site = await TestSite.StartAsync(("Admission:LearnersPerAddress", "6000"));
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: Epochs, TrainLimit: 6_400));
        var lease = (await trainer.NextOrderAsync()).Lease;
        await using var browser = await RawBrowser.ConnectAsync(site);
        var training = Task.Run(async () =>
        {
            for (var epoch = 0; epoch < Epochs; epoch++)
            {
                await trainer.EpochAsync(lease, epoch);
            }
        }, TestContext.Current.CancellationToken);

        var known = 0;
        var watches = 0;
        await browser.CallAsync("Watch", run.Id);
        while (known < Epochs)
        {
            var message = await browser.NextAsync();
            if (message.TryGetProperty("result", out var snapshot))
            {
                // Events still waiting for the watch before are dropped: the new snapshot has them.
                var epochs = snapshot.GetProperty("epochs").GetArrayLength();
                epochs.ShouldBeGreaterThanOrEqualTo(known);
                known = epochs;
                watches++;
                if (known < Epochs - 5)
                {
                    await browser.CallAsync("Watch", run.Id);
                }
            }
            else if (message.TryGetProperty("target", out var target) && target.GetString() == "EpochCompleted")
            {
                watches.ShouldBeGreaterThan(0);
                message.GetProperty("arguments")[1].GetProperty("epoch").GetInt32().ShouldBe(known);
                known++;
            }
        }

        await training;
        watches.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Unwatch_RunGoesOn_SendsNothingMore()
    {
        await using var site = await TestSite.StartAsync();
        await using var browser = await Browser.ConnectAsync(site);
        var left = await site.BeginAsync("ada");
        var kept = await site.BeginAsync("ada");
        await browser.WatchAsync(left.Id);
        await browser.WatchAsync(kept.Id);

        await browser.UnwatchAsync(left.Id);
        await browser.UnwatchAsync(left.Id);
        await site.Runs.CancelAsync("ada", left.Id, TestContext.Current.CancellationToken);

        (await browser.NextAsync()).ShouldSatisfyAllConditions(
            e => e.RunId.ShouldBe(kept.Id),
            e => e.Body.GetProperty("position").GetInt32().ShouldBe(1));
    }

    [Fact]
    public async Task Watch_MoreRunsThanAConnectionMay_IsNothingAndNoFault()
    {
        const int Most = 50;
        await using var site = await TestSite.StartAsync();
        var run = await site.BeginAsync("ada");
        await using var browser = await Browser.ConnectAsync(site);
        var runs = new List<Guid> { run.Id };
        for (var i = 1; i <= Most; i++)
        {
            // One learner may have only some that wait.
            runs.Add((await site.BeginAsync($"learner {i}")).Id);
        }

        foreach (var one in runs.Take(Most))
        {
            (await browser.WatchAsync(one)).ValueKind.ShouldBe(JsonValueKind.Object);
        }

        (await browser.WatchAsync(runs[^1])).ValueKind.ShouldBe(JsonValueKind.Null);
        site.Services.GetRequiredService<LastFaults>().List().ShouldNotContain(fault => fault.Category.StartsWith("Microsoft.AspNetCore.SignalR", StringComparison.Ordinal));
        await browser.UnwatchAsync(run.Id);
        (await browser.WatchAsync(runs[^1])).ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task Watch_NoSuchRun_IsNothing()
    {
        var site = shared.Site;
        await using var browser = await Browser.ConnectAsync(site);

        (await browser.WatchAsync(Guid.NewGuid())).ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
