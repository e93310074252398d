using System.Net.Http.Json;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Looks;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Looks;

public class ExampleRunsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Site_NothingToDo_TrainsANetOfEachLessonForItself()
    {
        await using var site = await StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);

        var first = await trainer.NextOrderAsync();
        first.Settings.ShouldBe(new TrainingSettings(Epochs: ExampleRuns.Epochs));
        await FinishAsync(trainer, first);
        var second = await trainer.NextOrderAsync();
        second.Settings.ShouldBe(new TrainingSettings(ModelKind.Dense, ExampleRuns.Epochs));
        await FinishAsync(trainer, second);

        var examples = site.Services.GetRequiredService<ExampleRuns>();
        (await examples.FindAsync("cnn", Cancel))!.Id.ShouldBe(first.Lease.RunId);
        (await examples.FindAsync("dense", Cancel))!.Id.ShouldBe(second.Lease.RunId);
        using var client = site.Client();
        (await client.GetFromJsonAsync<JsonElement>("/api/runs/example?model=dense", Cancel)).GetProperty("id").GetGuid().ShouldBe(second.Lease.RunId);
    }

    [Fact]
    public async Task Learner_OrdersARun_TheExampleMakesWay()
    {
        await using var site = await StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var example = await trainer.NextOrderAsync();

        await site.BeginAsync("ada");

        (await trainer.NextCancelAsync()).ShouldBe(example.Lease);
        await trainer.EndAsync(example.Lease, RunOutcome.Cancelled);
        await trainer.DescribeAsync(TrainerPhase.Idle);
        var order = await trainer.NextOrderAsync();
        (await site.Runs.OwnsAsync("ada", order.Lease.RunId, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task Site_StartedAgain_TrainsNoSecondOne()
    {
        using var folder = new TestFolder();
        await using (var site = TestSite.StartOn(folder, 0, ("Looks:Example", "true"), ("Looks:ExampleAfterSeconds", "0")))
        {
            await using var trainer = await FakeTrainer.ReadyAsync(site);
            await FinishAsync(trainer, await trainer.NextOrderAsync());
            await FinishAsync(trainer, await trainer.NextOrderAsync());
        }

        await using var again = TestSite.StartOn(folder, 0, ("Looks:Example", "true"), ("Looks:ExampleAfterSeconds", "0"));
        await using var other = await FakeTrainer.ReadyAsync(again);
        // Whatever comes first is the learner's.
        await again.BeginAsync("ada");
        (await again.Runs.OwnsAsync("ada", (await other.NextOrderAsync()).Lease.RunId, Cancel)).ShouldBeTrue();
        (await again.Runs.ListAsync(ExampleRuns.Learner, cancel: Cancel)).Count.ShouldBe(2);
    }

    private static Task<TestSite> StartAsync() => TestSite.StartAsync(("Looks:Example", "true"), ("Looks:ExampleAfterSeconds", "0"));

    private static async Task FinishAsync(FakeTrainer trainer, RunOrder order)
    {
        for (var epoch = 0; epoch < order.Settings.Epochs; epoch++)
        {
            (await trainer.EpochAsync(order.Lease, epoch)).ShouldBeTrue();
        }

        await trainer.EndAsync(order.Lease);
        await trainer.DescribeAsync(TrainerPhase.Idle);
    }
}
