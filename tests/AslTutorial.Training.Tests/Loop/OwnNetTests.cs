using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Models;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Loop;

/// <summary>Runs of nets that a learner has changed.</summary>
public sealed class OwnNetTests
{
    private static readonly TrainingSettings Own = new(Epochs: 2, BatchSize: 64, Cnn: new(5, 0.4, 0.1));

    [Fact]
    public void Train_OtherKernel_TheWeightsAreOfThatNet()
    {
        var (recorder, outcome) = Train(Own, null);

        outcome.End.Outcome.ShouldBe(RunOutcome.Completed);
        recorder.Epochs.Count.ShouldBe(2);
        using var net = NetFile.Read(outcome.Weights, TestTorch.Device.Device);
        net.Shape.ShouldBe(new NetShape(ModelKind.Cnn, 5));
        net.Parameters[0].shape.ShouldBe([25, 1, 5, 5]);
        net.Parameters[12].shape.ShouldBe([512, 75]);
    }

    [Fact]
    public void Train_OneEpochAndOneMore_EqualTwo()
    {
        var (_, whole) = Train(Own, null);
        var (half, _) = Train(Own with { Epochs = 1 }, null);

        var (_, resumed) = Train(Own, half.Checkpoints[^1]);

        resumed.Weights.ToArray().ShouldBe(whole.Weights.ToArray());
    }

    [Fact]
    public void Train_CheckpointOfAnotherNet_IsRefusedWithWhatDiffers()
    {
        var (half, _) = Train(Own with { Epochs = 1 }, null);

        Refusal(Own with { Cnn = Own.Cnn! with { KernelSize = 3 } }).ShouldContain("kernel size 5");
        Refusal(Own with { Cnn = Own.Cnn! with { Dropout = 0.2 } }).ShouldContain("dropout 0.4");
        Refusal(Own with { Cnn = Own.Cnn! with { HeadDropout = 0.3 } }).ShouldContain("dropout of the head 0.1");

        string Refusal(TrainingSettings settings) => Train(settings, half.Checkpoints[^1]).Outcome.End.Failure!.Text;
    }

    // Dropout alone leaves the shapes as they are, and is another training all the same.
    [Fact]
    public void Train_DropoutOff_IsAnotherRunOfTheSameNet()
    {
        var settings = new TrainingSettings(Epochs: 1);

        var (_, lesson) = Train(settings, null);
        var (_, without) = Train(settings with { Cnn = new(Dropout: 0, HeadDropout: 0) }, null);

        without.End.Outcome.ShouldBe(RunOutcome.Completed);
        without.Weights.Length.ShouldBe(lesson.Weights.Length);
        without.Weights.ToArray().ShouldNotBe(lesson.Weights.ToArray());
    }

    [Fact]
    public void Train_NetsInTurn_EachIsTheRunItIsAlone()
    {
        using var trainer = new TorchTrainer(TestTorch.Device, TinyHands.Data);
        TrainingSettings[] settings = [Own, new(Epochs: 1), Own with { Cnn = new(1) }, Own];

        foreach (var one in settings)
        {
            var outcome = trainer.Train(one, null, new Recorder(), CancellationToken.None);

            outcome.Weights.ToArray().ShouldBe(Train(one, null).Outcome.Weights.ToArray());
        }
    }

    [Theory]
    [InlineData(RecipeMode.Eval, RecipeMode.Eval)]
    [InlineData(RecipeMode.Train, RecipeMode.Train)]
    public void Train_OwnFunctionsOnAnOwnNet_Complete(RecipeMode train, RecipeMode validate)
    {
        var lesson = TrainingRecipe.Lesson;
        var recipe = lesson with { Learning = lesson.Learning with { Mode = train }, Measuring = lesson.Measuring with { Mode = validate } };

        Train(Own with { Recipe = recipe }, null).Outcome.End.Outcome.ShouldBe(RunOutcome.Completed);
    }

    private static (Recorder Recorder, TrainingOutcome Outcome) Train(TrainingSettings settings, byte[]? checkpoint)
    {
        var recorder = new Recorder();
        using var trainer = new TorchTrainer(TestTorch.Device, TinyHands.Data);
        return (recorder, trainer.Train(settings, checkpoint, recorder, CancellationToken.None));
    }
}
