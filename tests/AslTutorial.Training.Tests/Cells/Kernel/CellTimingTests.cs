using System.Diagnostics;
using AslTutorial.Training.Cells.Kernel;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Tests.Native;
using TorchSharp;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Cells.Kernel;

[Collection(AloneCollection.Name)]
public sealed class CellTimingTests(ITestOutputHelper output)
{
    [Fact]
    public void Run_EveryCellManyTimes_LeavesNoTensors()
    {
        using var runner = new CellRunner(TestTorch.Device);
        foreach (var cell in Lesson3Cells.All)
        {
            // What the first run leaves, such as torch's own constants, stays one thing.
            Run(runner, cell.Id);
            var before = torch.Tensor.TotalCount;

            Run(runner, cell.Id);

            torch.Tensor.TotalCount.ShouldBe(before, cell.Id);
        }
    }

    // Processor time, not the clock's: it stays what it is while other programs run beside the tests.
    [Fact]
    public void Run_RealDataWarm_TakesLittleProcessorTime()
    {
        const int Times = 20;
        var data = RealData.Need();
        using var process = Process.GetCurrentProcess();
        using var runner = new CellRunner(TestTorch.Device, new CellRunnerOptions(TimeSpan.FromMinutes(2), 64));
        foreach (var cell in Lesson3Cells.All)
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

    private static void Run(CellRunner runner, string cell) =>
        runner.Run(Of(cell), FewSigns.Data, TestContext.Current.CancellationToken).Fault.ShouldBeNull(cell);
}
