using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Trainers;

public sealed class KeptCellsTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static readonly CellOrder Peek = new("cnn", "peek", [new("peek", "rows", CellValue.Of(7))]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_ManyWantTheSameAtOnce_IsExecutedOnce()
    {
        await using var trainer = await TrainerAsync();
        var gate = Hold(trainer);
        var all = Enumerable.Range(0, 30).Select(_ => RunAsync(Site, Peek)).ToList();
        await trainer.NextCellAsync();
        gate.SetResult();

        (await Task.WhenAll(all)).ShouldAllBe(outcome => outcome.Status == CellRunStatus.Done && outcome.Result!.Outputs[0].Text == "peek");
        trainer.Cells.Reader.Count.ShouldBe(0);
        (await RunAsync(Site, Peek)).DataSet.ShouldBe(FakeTrainer.Data);
        trainer.Cells.Reader.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Run_AnotherOrder_IsExecuted()
    {
        await using var trainer = await TrainerAsync();
        CellOrder[] orders =
        [
            Peek, Peek with { Seed = 2 }, Peek with { Lesson = "dense" }, Peek with { Before = ["load"] },
            Peek with { Arguments = [new("peek", "rows", CellValue.Of(8))] }, Peek with { Arguments = [new("peek", "rows", CellValue.Of(7.0))] },
            Peek with { Arguments = [new("peek", "rows", CellValue.Of(7), "rows")] }, Peek with { Arguments = [new("peek", "rows", CellValue.Of(double.NaN))] },
        ];

        foreach (var order in orders)
        {
            (await RunAsync(Site, order)).Status.ShouldBe(CellRunStatus.Done);
        }

        trainer.Cells.Reader.Count.ShouldBe(orders.Length);
    }

    [Fact]
    public async Task Run_OtherDataOrAnotherProgram_IsExecutedAnew()
    {
        await using (var first = await TrainerAsync())
        {
            await RunAsync(Site, Peek);
            await first.DescribeAsync(TrainerPhase.Idle, data: FakeTrainer.Data with { Digest = "cd34" });
            (await RunAsync(Site, Peek)).DataSet!.Digest.ShouldBe("cd34");
            first.Cells.Reader.Count.ShouldBe(2);
        }

        await Eventually.ShouldBeTrueAsync(async () => (await RunAsync(Site, Peek)).Status == CellRunStatus.NoTrainer, "nothing is said without a trainer");
        await using var second = await TrainerAsync();
        (await RunAsync(Site, Peek)).Status.ShouldBe(CellRunStatus.Done);
        second.Cells.Reader.Count.ShouldBe(0, "the same data, program and device were known before");
        await second.DescribeAsync(TrainerPhase.Idle, program: "89abcdef");
        (await RunAsync(Site, Peek)).Status.ShouldBe(CellRunStatus.Done);
        second.Cells.Reader.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Interrupt_OneOfTwo_TheOtherGoesOn()
    {
        await using var trainer = await TrainerAsync();
        var gate = Hold(trainer);
        using var leaves = new CancellationTokenSource();
        var first = RunAsync(Site, Peek, leaves.Token);
        await trainer.NextCellAsync();
        var second = RunAsync(Site, Peek);

        await leaves.CancelAsync();

        (await first).Status.ShouldBe(CellRunStatus.Interrupted);
        trainer.Interrupts.Reader.Count.ShouldBe(0);
        gate.SetResult();
        (await second).Status.ShouldBe(CellRunStatus.Done);
    }

    [Fact]
    public async Task Interrupt_TheLast_StopsItAndTheNextIsExecutedAnew()
    {
        await using var trainer = await TrainerAsync();
        Hold(trainer);
        using var leaves = new CancellationTokenSource();
        Task<CellExecution>[] both = [RunAsync(Site, Peek, leaves.Token), RunAsync(Site, Peek, leaves.Token)];
        var (id, _) = await trainer.NextCellAsync();

        await leaves.CancelAsync();

        (await Task.WhenAll(both)).ShouldAllBe(outcome => outcome.Status == CellRunStatus.Interrupted);
        (await trainer.Interrupts.Reader.ReadAsync(Cancel)).ShouldBe(id);
        trainer.OnCell = order => Task.FromResult(Samples.Result(order.Cell));
        (await RunAsync(Site, Peek)).Status.ShouldBe(CellRunStatus.Done);
    }

    [Fact]
    public async Task Run_Faulted_IsNotKept()
    {
        await using var trainer = await TrainerAsync();
        trainer.OnCell = order => Task.FromResult(new CellResult([], 0, [], new(CellFaultCodes.Internal, "On purpose.", order.Cell)));
        (await RunAsync(Site, Peek)).Status.ShouldBe(CellRunStatus.Failed);
        trainer.OnCell = order => Task.FromResult(Samples.Result(order.Cell));

        (await RunAsync(Site, Peek)).Status.ShouldBe(CellRunStatus.Done);
    }

    private static Task<CellExecution> RunAsync(TestSite site, CellOrder order, CancellationToken? interrupt = null) =>
        site.Services.GetRequiredService<ICellOrders>().RunAsync(order, interrupt ?? Cancel);

    private static TaskCompletionSource Hold(FakeTrainer trainer)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        trainer.OnCell = async order =>
        {
            await gate.Task;
            return Samples.Result(order.Cell);
        };
        return gate;
    }
}
