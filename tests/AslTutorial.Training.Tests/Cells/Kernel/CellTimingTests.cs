using AslTutorial.Training.Cells.Kernel;
using AslTutorial.Training.Contracts.Cells;
using TorchSharp;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Cells.Kernel;

[Collection(AloneCollection.Name)]
public sealed class CellTimingTests(ITestOutputHelper output)
{
    [Fact]
    public void Run_EveryCellManyTimes_LeavesNoTensors()
    {
        using var runner = new CellRunner(TestPlace.Device);
        foreach (var cell in Lesson3Cells.All)
        {
            // What the first run leaves, such as torch's own constants, stays one thing.
            Run(runner, cell.Id);
            var before = torch.Tensor.TotalCount;

            Run(runner, cell.Id);

            torch.Tensor.TotalCount.ShouldBe(before, cell.Id);
        }
    }

    [Fact]
    public void Run_RealDataWarm_IsQuick()
    {
        var data = RealData.Need();
        using var runner = new CellRunner(TestPlace.Device);
        foreach (var cell in Lesson3Cells.All)
        {
            var times = Enumerable.Range(0, 25).Select(_ => runner.Run(Of(cell.Id), data, TestContext.Current.CancellationToken).Milliseconds).ToList();
            var median = times.Skip(4).Order().ElementAt(10);
            output.WriteLine($"{cell.Id,-14} median {median,7:0.0} ms, first {times[0],7:0.0} ms, slowest warm {times.Skip(4).Max(),7:0.0} ms");

            // Twenty times what was measured alone on two cores: those are shared here.
            median.ShouldBeLessThan(400, cell.Id);
        }
    }

    private static void Run(CellRunner runner, string cell) =>
        runner.Run(Of(cell), FewSigns.Data, TestContext.Current.CancellationToken).Fault.ShouldBeNull(cell);
}
