using System.Diagnostics;
using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Lessons;
using AslTutorial.Training.Tests.Native;
using TorchSharp;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Cells.Engine;

[Collection(AloneCollection.Name)]
public sealed class CellCostTests(ITestOutputHelper output)
{
    private static readonly CellRunnerOptions Patient = new(TimeSpan.FromMinutes(2), 64);

    [Fact]
    public void Run_ModelManyTimes_KeepsItsMemory()
    {
        using var runner = new CellRunner(TaughtLessons.Programs, TestTorch.Device, Patient);
        var warm = Measure();

        // The weights alone are 1.6 MB, a batch's activations some 10.
        (Measure() - warm).ShouldBeLessThan(40 << 20);

        long Measure()
        {
            for (var i = 0; i < 80; i++)
            {
                Run(runner, "first-batch");
            }

            GC.Collect();
            using var process = Process.GetCurrentProcess();
            return process.WorkingSet64;
        }
    }

    [Theory]
    [InlineData("batch")]
    [InlineData("peek")]
    [InlineData("dataloader")]
    public void Run_CellWithoutModel_LeavesNoTensors(string cell)
    {
        using var runner = new CellRunner(TaughtLessons.Programs, TestTorch.Device, Patient);
        Run(runner, cell);
        var before = torch.Tensor.TotalCount;

        Run(runner, cell);

        torch.Tensor.TotalCount.ShouldBe(before);
    }

    // Processor time, not the clock's: it stays what it is while other programs run beside the tests.
    [Fact]
    public void Run_RealDataWarm_TakesLittleProcessorTime()
    {
        const int Times = 20;
        var data = RealData.Need();
        using var process = Process.GetCurrentProcess();
        using var runner = new CellRunner(TaughtLessons.Programs, TestTorch.Device, Patient);
        foreach (var cell in Offered.Cells.Where(cell => cell.IsListed || cell.Id == "first-batch"))
        {
            _ = Enumerable.Range(0, 5).Select(_ => Milliseconds(cell.Id)).Sum();
            process.Refresh();
            var before = process.TotalProcessorTime;

            var clock = Enumerable.Range(0, Times).Select(_ => Milliseconds(cell.Id)).Order().ElementAt(Times / 2);

            process.Refresh();
            var processor = (process.TotalProcessorTime - before).TotalMilliseconds / Times;
            output.WriteLine($"{cell.Id,-14} {processor,6:0.0} ms of the processor, median {clock,6:0.0} ms by the clock");
            processor.ShouldBeLessThan(200, cell.Id);
        }

        double Milliseconds(string cell) => runner.Run(Of(cell), data, TestContext.Current.CancellationToken).Milliseconds;
    }

    // A learner waits for it, and a trainer gives a cell up after ten seconds.
    [Theory]
    [InlineData("first-function")]
    [InlineData("second-function")]
    [InlineData("train-epochs")]
    public void Run_ShortTrainingOnRealData_TakesFewSecondsOfTheProcessor(string cell)
    {
        var data = RealData.Need();
        using var process = Process.GetCurrentProcess();
        using var runner = new CellRunner(TaughtLessons.Programs, TestTorch.Device, Patient);
        _ = runner.Run(Of(cell), data, TestContext.Current.CancellationToken);
        process.Refresh();
        var before = process.TotalProcessorTime;

        var result = runner.Run(Of(cell), data, TestContext.Current.CancellationToken);

        process.Refresh();
        var processor = process.TotalProcessorTime - before;
        output.WriteLine($"{cell,-16} {processor.TotalMilliseconds,6:0} ms of the processor, {result.Milliseconds,6:0} ms by the clock");
        output.WriteLine(result.Outputs[0].Text!);
        processor.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static void Run(CellRunner runner, string cell) =>
        runner.Run(Of(cell), FewSigns.Data, TestContext.Current.CancellationToken).Fault.ShouldBeNull(cell);
}
