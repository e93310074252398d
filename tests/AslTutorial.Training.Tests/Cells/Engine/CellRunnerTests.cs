using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Lessons;
using AslTutorial.Training.Tests.Native;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Cells.Engine;

public sealed class CellRunnerTests
{
    private static readonly CellRunnerOptions Patient = new(TimeSpan.FromMinutes(2), 64);

    [Fact]
    public void Run_SameOrderTwice_GivesTheSame()
    {
        using var first = new CellRunner(TaughtLessons.Programs, TestTorch.Device, Patient);
        using var second = new CellRunner(TaughtLessons.Programs, TestTorch.Device, Patient);
        foreach (var cell in new[] { "batch", "first-batch" })
        {
            var one = Run(first, Of(cell));
            _ = Run(second, Of("peek"));
            var other = Run(second, Of(cell));

            other.Facts.ShouldBe(one.Facts);
            other.Outputs.Select(output => output.Text).ShouldBe(one.Outputs.Select(output => output.Text));
        }
    }

    [Fact]
    public void Run_OtherSeed_ShufflesOtherwise()
    {
        using var runner = new CellRunner(TaughtLessons.Programs, TestTorch.Device, Patient);

        var one = Run(runner, Of("batch") with { Seed = 1 });
        var other = Run(runner, Of("batch") with { Seed = 2 });

        other.Outputs[0].Text.ShouldNotBe(one.Outputs[0].Text);
    }

    [Fact]
    public async Task Run_ManyThreads_AllAnswersAreRight()
    {
        using var runner = new CellRunner(TaughtLessons.Programs, TestTorch.Device, Patient);
        var expected = Run(runner, Of("batch", Unshuffled)).Outputs[0].Text;

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => i % 2 == 0
            ? Run(runner, Of("batch", Unshuffled)).Outputs[0].Text
            : Run(runner, Of("peek-shape")).Outputs[0].Text)));

        answers.Where((_, i) => i % 2 == 0).ShouldAllBe(text => text == expected);
        answers.Where((_, i) => i % 2 == 1).ShouldAllBe(text => text == "(5, 784)");
    }

    [Fact]
    public void Run_CancelledBefore_IsInterrupted()
    {
        using var runner = new CellRunner(TaughtLessons.Programs, TestTorch.Device, Patient);

        var result = runner.Run(Of("batch"), FewSigns.Data, new CancellationToken(canceled: true));

        result.Fault.ShouldNotBeNull().Code.ShouldBe(CellFaultCodes.Cancelled);
        result.Outputs.ShouldBeEmpty();
    }

    [Fact]
    public void Run_NoTime_SaysSoAndGoesOn()
    {
        using var hasty = new CellRunner(TaughtLessons.Programs, TestTorch.Device, new CellRunnerOptions(TimeSpan.FromMilliseconds(1), 64));

        // A millisecond is not enough for a batch of 512, of which every image is a tensor.
        var order = Of("first-batch", Argument("dataloader", "BATCH_SIZE", CellValue.Of(512)));
        Run(hasty, order).Fault.ShouldNotBeNull().Code.ShouldBe(CellFaultCodes.TimedOut);
    }

    [Fact]
    public void Run_Disposed_IsBusy()
    {
        var runner = new CellRunner(TaughtLessons.Programs, TestTorch.Device, Patient);
        runner.Dispose();

        Run(runner, Of("peek")).Fault.ShouldNotBeNull().Code.ShouldBe(CellFaultCodes.Busy);
    }

    [Fact]
    public void Run_TooManyWaiting_IsBusy()
    {
        using var runner = new CellRunner(TaughtLessons.Programs, TestTorch.Device, Patient with { MaxWaiting = 1 });
        var order = Of("first-batch", Argument("dataloader", "BATCH_SIZE", CellValue.Of(100)));

        // All at once: one runs, one waits, the others are turned away.
        var threads = new CellResult[12];
        Parallel.For(0, threads.Length, new ParallelOptions { MaxDegreeOfParallelism = threads.Length }, i => threads[i] = Run(runner, order));

        threads.ShouldContain(result => result.Fault == null);
        threads.Where(result => result.Fault is not null).ShouldAllBe(result => result.Fault!.Code == CellFaultCodes.Busy);
    }

    private static CellResult Run(CellRunner runner, CellOrder order) =>
        runner.Run(order, FewSigns.Data, TestContext.Current.CancellationToken);
}
