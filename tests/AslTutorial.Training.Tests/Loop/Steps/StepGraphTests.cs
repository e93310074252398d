using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Native.Graphs;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Loop.Steps;

/// <summary>Runs whose steps are replays, beside the same runs without.</summary>
public sealed class StepGraphTests
{
    private const int Batches = (TinyHands.TrainCount + 31) / 32;

    private static readonly TrainingSettings Two = new(Epochs: 2);

    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public void Train_RecordedSteps_AreTheSameRun(ModelKind kind)
    {
        var graphs = new RepeatingGraphs();
        var settings = Two with { Model = kind };

        var recorded = Train(settings, graphs);

        recorded.ShouldBe(Train(settings, graphs: null));
        // The last batch is smaller: it goes the ordinary way.
        graphs.Replays.ShouldBe(2 * (Batches - 1));
        graphs.Alive.ShouldBe(0);
    }

    [Fact]
    public void Train_NothingCanBeRecorded_GoesOnWithout() =>
        Train(Two, new RepeatingGraphs(refuses: true)).ShouldBe(Train(Two, graphs: null));

    [Fact]
    public void Train_ResumedWithRecordedSteps_IsTheUninterruptedRun()
    {
        var half = new Recorder();
        var rest = new Recorder();
        using var trainer = new TorchTrainer(TestTorch.Device, TinyHands.Data, new RepeatingGraphs());
        trainer.Train(Two with { Epochs = 1 }, null, half, CancellationToken.None);
        trainer.Train(Two with { Seed = 9 }, null, new Recorder(), CancellationToken.None);

        var outcome = trainer.Train(Two, half.Checkpoints[^1], rest, CancellationToken.None);

        Convert.ToHexString(outcome.Weights.Span).ShouldBe(Train(Two, graphs: null));
    }

    [Fact]
    public void WarmUp_DefaultBatchSize_IsRecordedBeforeTheFirstRun()
    {
        var graphs = new RepeatingGraphs();
        using var trainer = new TorchTrainer(TestTorch.Device, TinyHands.Data, graphs);

        trainer.WarmUp();
        graphs.Recorded.ShouldBe(Enum.GetValues<ModelKind>().Length);
        trainer.Train(Two, null, new Recorder(), CancellationToken.None);

        graphs.Recorded.ShouldBe(Enum.GetValues<ModelKind>().Length);
    }

    [Fact]
    public void Train_OtherBatchSizes_OnlyTheLastOfThemIsKept()
    {
        var graphs = new RepeatingGraphs();
        using var trainer = new TorchTrainer(TestTorch.Device, TinyHands.Data, graphs);
        foreach (var size in new[] { 32, 16, 32, 64, 50, 50 })
        {
            trainer.Train(Two with { Epochs = 1, BatchSize = size }, null, new Recorder(), CancellationToken.None);
        }

        (graphs.Recorded, graphs.Alive).ShouldBe((4, 2));
    }

    [Fact]
    public void Train_LearnersFunctionsThatAreUnusual_GoTheOrdinaryWay()
    {
        var graphs = new RepeatingGraphs();
        using var trainer = new TorchTrainer(TestTorch.Device, TinyHands.Data, graphs);
        var eval = TrainingRecipe.Lesson with { Learning = TrainingRecipe.Lesson.Learning with { Mode = RecipeMode.Eval } };
        var other = TrainingRecipe.Lesson with { Learning = TrainingRecipe.Lesson.Learning with { Loader = RecipeLoader.Valid } };

        trainer.Train(Two with { Recipe = eval }, null, new Recorder(), CancellationToken.None);
        trainer.Train(Two with { Recipe = other }, null, new Recorder(), CancellationToken.None);

        graphs.Replays.ShouldBe(0);
    }

    /// <summary>The run's weights.</summary>
    private static string Train(TrainingSettings settings, ICudaGraphs? graphs)
    {
        using var trainer = new TorchTrainer(TestTorch.Device, TinyHands.Data, graphs);
        var outcome = trainer.Train(settings, null, new Recorder(), CancellationToken.None);
        outcome.End.Outcome.ShouldBe(RunOutcome.Completed);
        return Convert.ToHexString(outcome.Weights.Span);
    }
}
