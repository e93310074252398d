using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Service;

public sealed class ServiceCellTests
{
    private static readonly CellOrder Peek = new("cnn", "peek", []);

    [Fact]
    public async Task RunCell_WhileARunIsTrained_IsAnsweredAndTheRunGoesOn()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = new RunningService(site.Address, new FakeKit());
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: 2));
        await site.ReachesAsync(run.Id, RunState.Running);

        (await RunAsync(site)).Result!.Outputs.ShouldHaveSingleItem().Text.ShouldBe("peek");

        trainer.Kit.Epochs.Release(2);
        await site.ReachesAsync(run.Id, RunState.Completed);
    }

    [Fact]
    public async Task InterruptCell_Running_StopsItAndTheNextOneRuns()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = new RunningService(site.Address, new FakeKit());
        var begun = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        trainer.Kit.OnCell = async (_, cancel) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stopped.SetResult();
            return new([], 0, [], new(CellFaultCodes.Cancelled, "Stopped."));
        };
        await ReadyAsync(site);
        using var interrupt = new CancellationTokenSource();
        var running = Orders(site).RunAsync(Peek, interrupt.Token);
        await begun.Task.WaitAsync(TestContext.Current.CancellationToken);

        await interrupt.CancelAsync();

        (await running).Status.ShouldBe(CellRunStatus.Interrupted);
        await stopped.Task.WaitAsync(TestContext.Current.CancellationToken);
        trainer.Kit.OnCell = (_, _) => Task.FromResult(Samples.Result("next"));
        (await RunAsync(site)).Result!.Outputs[0].Text.ShouldBe("next");
    }

    [Fact]
    public async Task RunCell_ProgramThrowsOrSaysTooMuch_IsAFaultAndTheTrainerLives()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = new RunningService(site.Address, new FakeKit());
        await ReadyAsync(site);

        trainer.Kit.OnCell = (_, _) => throw new InvalidOperationException("A fault.");
        (await RunAsync(site)).Status.ShouldBe(CellRunStatus.Failed);
        trainer.Kit.OnCell = (_, _) => Task.FromResult(Samples.Picture(10 << 20));
        (await RunAsync(site)).Status.ShouldBe(CellRunStatus.Failed);

        trainer.Kit.OnCell = (_, _) => Task.FromResult(Samples.Picture(100_000));
        (await RunAsync(site)).Result!.Outputs[0].Image!.Png.Length.ShouldBe(100_000);
    }

    private static ICellOrders Orders(TestSite site) => site.Services.GetRequiredService<ICellOrders>();

    private static async Task<CellExecution> RunAsync(TestSite site)
    {
        await ReadyAsync(site);
        return await Orders(site).RunAsync(Peek, CancellationToken.None);
    }

    private static Task ReadyAsync(TestSite site) =>
        Eventually.ShouldBeTrueAsync(() => Orders(site).DataSet is not null, "the trainer has its data");
}
