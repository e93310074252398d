using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Lessons;
using AslTutorial.Training.Tests.Loop;
using AslTutorial.Training.Tests.Native;
using static AslTutorial.Training.Tests.Cells.Orders;

namespace AslTutorial.Training.Tests.Cells.Engine;

public sealed class BesideTrainingTests
{
    [Fact]
    public async Task Run_WhileTraining_ChangesNeitherTheTrainingNorTheCells()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var runner = new CellRunner(TaughtLessons.Programs, TestTorch.Device, new CellRunnerOptions(TimeSpan.FromMinutes(2), 64));
        var alone = Train(cancel);
        var expected = Offered.Cells.ToDictionary(cell => cell.Id, cell => Run(cell.Id));

        var training = Task.Run(() => Train(cancel), cancel);
        var runs = 0;
        do
        {
            foreach (var (cell, result) in expected)
            {
                var (outputs, facts) = Run(cell);
                outputs.ShouldBe(result.Outputs, cell);
                facts.ShouldBe(result.Facts, cell);
                runs++;
            }
        }
        while (!training.IsCompleted);

        (await training).ShouldBe(alone);
        runs.ShouldBeGreaterThan(10);

        (string?[] Outputs, CellFact[] Facts) Run(string cell)
        {
            var result = runner.Run(Of(cell), FewSigns.Data, cancel);
            result.Fault.ShouldBeNull(cell);
            return ([.. result.Outputs.Select(output => output.Text)], [.. result.Facts]);
        }
    }

    private static byte[] Train(CancellationToken cancel)
    {
        using var trainer = TorchTrainerTests.Trainer();
        return trainer.Train(new(Epochs: 2, BatchSize: 30), null, new Recorder(), cancel).Weights.ToArray();
    }
}
