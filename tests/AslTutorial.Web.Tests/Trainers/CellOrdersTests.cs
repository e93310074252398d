using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Hosting.Logs;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Trainers;

public sealed class CellOrdersTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static readonly CellOrder Peek = new("cnn", "peek", [new("peek", "rows", CellValue.Of(7))]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_TrainerThere_AnswersWithItsResult()
    {
        await using var trainer = await TrainerAsync();

        var outcome = await RunAsync(Site);

        outcome.Status.ShouldBe(CellRunStatus.Done);
        outcome.Result!.Outputs.ShouldHaveSingleItem().Text.ShouldBe("peek");
        outcome.DataSet.ShouldBe(FakeTrainer.Data);
        var (_, order) = await trainer.NextCellAsync();
        order.Arguments.ShouldBe(Peek.Arguments);
        (order.Lesson, order.Cell, order.Seed).ShouldBe((Peek.Lesson, Peek.Cell, Peek.Seed));
    }

    [Fact]
    public async Task Run_TrainerSaysMuchOfItsFault_TheLogAndTheAnswerHaveOneShortLine()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        trainer.OnCell = order => Task.FromResult(new CellResult([], 1, [], new(CellFaultCodes.Internal, "line\n" + new string('x', 400), order.Cell)));

        var outcome = await RunAsync(site);

        var text = outcome.Result.ShouldNotBeNull().Fault.ShouldNotBeNull().Text;
        text.Length.ShouldBeLessThanOrEqualTo(300);
        text.ShouldStartWith("line xxx");
        site.Services.GetRequiredService<LastFaults>().List().Single(fault => fault.Category == typeof(CellOrders).FullName).Text.ShouldEndWith(text);
    }

    [Fact]
    public async Task Run_NoTrainer_SaysSo()
    {
        await using var starting = await FakeTrainer.ConnectAsync(Site);
        await using var faulted = await FakeTrainer.ConnectAsync(Site);
        await faulted.DescribeAsync(TrainerPhase.Faulted, fault: TrainerFault.Of(TrainerFaultCodes.Data));

        var outcome = await RunAsync(Site);

        outcome.ShouldBe(new CellExecution(CellRunStatus.NoTrainer));
    }

    [Fact]
    public async Task Run_OneTrainsTheOtherIsIdle_TheIdleOneRunsIt()
    {
        await using var first = await TrainerAsync();
        await Site.BeginAsync(Learner);
        await first.NextOrderAsync();
        await using var second = await TrainerAsync();

        (await RunAsync(Site)).Status.ShouldBe(CellRunStatus.Done);

        second.Cells.Reader.Count.ShouldBe(1);
        first.Cells.Reader.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Run_OnlyOneAndItTrains_RunsItBeside()
    {
        await using var trainer = await TrainerAsync();
        var run = await Site.BeginAsync(Learner);
        var order = await trainer.NextOrderAsync();
        await trainer.DescribeAsync(TrainerPhase.Busy, order.Lease);

        (await RunAsync(Site)).Status.ShouldBe(CellRunStatus.Done);

        (await trainer.EpochAsync(order.Lease, 0)).ShouldBeTrue();
        (await Site.ViewAsync(run.Id)).Epochs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_TrainersWithDifferentData_TheOwnMachinesDataIsUsed()
    {
        // A site does not forget a trainer of its own.
        await using var site = await TestSite.StartAsync();
        await using var foreign = await FakeTrainer.ReadyAsync(site);
        await foreign.DescribeAsync(TrainerPhase.Idle, data: FakeTrainer.Data with { Digest = "cd34" });
        await using var own = await FakeTrainer.ReadyAsync(site);
        site.Services.GetRequiredService<TrainerRegistry>().SetLocal(own.AsLocal());

        for (var i = 0; i < 3; i++)
        {
            (await RunAsync(site)).DataSet.ShouldBe(FakeTrainer.Data);
        }

        foreign.Cells.Reader.Count.ShouldBe(0);
        Orders(site).DataSet.ShouldBe(FakeTrainer.Data);
    }

    [Theory]
    [InlineData(100_000, CellRunStatus.Done)]
    [InlineData(CellLimits.MaxResultBytes + 1, CellRunStatus.Failed)]
    public async Task Run_Picture_ComesWholeOrNotAtAll(int bytes, CellRunStatus expected)
    {
        await using var trainer = await TrainerAsync();
        trainer.OnCell = _ => Task.FromResult(Samples.Picture(bytes));

        var outcome = await RunAsync(Site);

        outcome.Status.ShouldBe(expected);
        if (expected == CellRunStatus.Done)
        {
            outcome.Result!.Outputs[0].Image!.Png.ShouldBe(Samples.Picture(bytes).Outputs[0].Image!.Png);
        }

        // And the trainer is still there.
        trainer.OnCell = _ => Task.FromResult(Samples.Result("next"));
        (await RunAsync(Site)).Result!.Outputs[0].Text.ShouldBe("next");
    }

    [Fact]
    public async Task Run_TrainerLostInTheMiddle_SaysSoAndOthersGoOn()
    {
        await using var other = await TrainerAsync();
        var run = await Site.BeginAsync(Learner);
        var lease = (await other.NextOrderAsync()).Lease;
        var lost = await TrainerAsync();
        lost.OnCell = _ => new TaskCompletionSource<CellResult>().Task;
        var running = RunAsync(Site);
        await lost.NextCellAsync();

        await lost.DisposeAsync();

        (await running).ShouldBe(new CellExecution(CellRunStatus.NoTrainer, WasLost: true));
        (await RunAsync(Site)).Status.ShouldBe(CellRunStatus.Done);
        (await other.EpochAsync(lease, 0)).ShouldBeTrue();
        (await Site.ViewAsync(run.Id)).Epochs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_NoAnswerInTime_IsGivenUpAndInterrupted()
    {
        await using var site = await TestSite.StartAsync(("Notebooks:CellSeconds", "1"));
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var late = new TaskCompletionSource<CellResult>();
        trainer.OnCell = _ => late.Task;

        (await RunAsync(site)).Status.ShouldBe(CellRunStatus.TimedOut);

        var (id, _) = await trainer.NextCellAsync();
        (await trainer.Interrupts.Reader.ReadAsync(Cancel)).ShouldBe(id);

        // An answer that nobody waits for any more disturbs nobody.
        late.SetResult(Samples.Result("late"));
        trainer.OnCell = _ => Task.FromResult(Samples.Result("next"));
        (await RunAsync(site)).Result!.Outputs[0].Text.ShouldBe("next");
    }

    [Fact]
    public async Task Run_Interrupted_EndsAtOnceAndTellsTheTrainer()
    {
        await using var trainer = await TrainerAsync();
        trainer.OnCell = _ => new TaskCompletionSource<CellResult>().Task;
        using var interrupt = new CancellationTokenSource();
        var running = Orders(Site).RunAsync(Peek, interrupt.Token);
        var (id, _) = await trainer.NextCellAsync();

        await interrupt.CancelAsync();

        (await running).Status.ShouldBe(CellRunStatus.Interrupted);
        (await trainer.Interrupts.Reader.ReadAsync(Cancel)).ShouldBe(id);
    }

    [Fact]
    public async Task Run_TooManyUnderWay_IsBusyAndTheOthersAreAnswered()
    {
        await using var site = await TestSite.StartAsync(("Notebooks:WaitingAltogether", "20"));
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var gate = new TaskCompletionSource();
        trainer.OnCell = async order =>
        {
            await gate.Task;
            return Samples.Result(order.Cell);
        };
        // Four are with the trainer, the others wait here.
        var running = Enumerable.Range(0, 24).Select(_ => RunAsync(site)).ToList();

        (await RunAsync(site)).ShouldBe(new CellExecution(CellRunStatus.Busy));

        gate.SetResult();
        (await Task.WhenAll(running)).ShouldAllBe(outcome => outcome.Status == CellRunStatus.Done);
        (await RunAsync(site)).Status.ShouldBe(CellRunStatus.Done);
    }

    [Theory]
    [InlineData(CellFaultCodes.Internal, CellRunStatus.Failed)]
    [InlineData(CellFaultCodes.NotReady, CellRunStatus.NoTrainer)]
    [InlineData(CellFaultCodes.Busy, CellRunStatus.Busy)]
    [InlineData(CellFaultCodes.Unsupported, CellRunStatus.BadValue)]
    [InlineData(CellFaultCodes.MissingValue, CellRunStatus.NeedsExercise)]
    [InlineData(CellFaultCodes.UnknownCell, CellRunStatus.Unknown)]
    [InlineData(CellFaultCodes.TimedOut, CellRunStatus.TimedOut)]
    [InlineData(CellFaultCodes.Cancelled, CellRunStatus.Interrupted)]
    public async Task Run_TrainerRefuses_HasItsStatus(string code, CellRunStatus expected)
    {
        await using var trainer = await TrainerAsync();
        trainer.OnCell = _ => Task.FromResult(new CellResult([], 0, [], new CellFault(code, "Because.")));

        (await RunAsync(Site)).Status.ShouldBe(expected);
    }

    private static ICellOrders Orders(TestSite site) => site.Services.GetRequiredService<CellOrders>();

    private static Task<CellExecution> RunAsync(TestSite site) => Orders(site).RunAsync(Peek, CancellationToken.None);
}
