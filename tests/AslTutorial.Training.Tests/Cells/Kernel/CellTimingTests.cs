using AslTutorial.Training.Cells.Kernel;
using AslTutorial.Training.Contracts.Cells;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Cells.Kernel;

public sealed class CellTimingTests(ITestOutputHelper output)
{
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
}
