using AslTutorial.Training.Checkpoints;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Training.Data;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Models;
using AslTutorial.Training.Tests.Native;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Training.Tests.Loop;

/// <summary>What a learner's two functions lead to, whatever they have in their gaps.</summary>
public sealed class RecipeTests
{
    private const int Train = TinyHands.TrainCount;
    private const int Valid = TinyHands.ValidCount;

    // 150 images in batches of 32, and 70.
    private const int TrainBatches = 5;
    private const int ValidBatches = 3;

    private static readonly TrainingRecipe Lesson = TrainingRecipe.Lesson;
    private static readonly TrainingRecipe EvalInTrain = Lesson with { Learning = Lesson.Learning with { Mode = RecipeMode.Eval } };
    private static readonly TrainingRecipe TrainInValidate = Lesson with { Measuring = Lesson.Measuring with { Mode = RecipeMode.Train } };
    private static readonly TrainingRecipe OnValid = Lesson with { Learning = Lesson.Learning with { Loader = RecipeLoader.Valid } };
    private static readonly TrainingRecipe OnTrain = Lesson with { Measuring = Lesson.Measuring with { Loader = RecipeLoader.Train } };

    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public void Train_RightRecipe_IsTheLessonsBitForBit(ModelKind kind)
    {
        var words = Lesson with { Learning = Lesson.Learning with { Word = "x" }, Measuring = Lesson.Measuring with { Word = "" } };
        var (none, expected) = Run(null, kind);

        foreach (var recipe in new[] { Lesson, words })
        {
            var (own, outcome) = Run(recipe, kind);
            own.Untimed.ShouldBe(none.Untimed);
            outcome.Weights.Span.SequenceEqual(expected.Weights.Span).ShouldBeTrue();
        }
    }

    // In the order of the file nothing is drawn, and in eval mode the CNN has no masks: every number can be had without the trainer.
    [Theory]
    [InlineData(ModelKind.Dense, RecipeLoader.Train, RecipeLoader.Valid)]
    [InlineData(ModelKind.Dense, RecipeLoader.Valid, RecipeLoader.Valid)]
    [InlineData(ModelKind.Dense, RecipeLoader.Valid, RecipeLoader.Train)]
    [InlineData(ModelKind.Cnn, RecipeLoader.Train, RecipeLoader.Valid)]
    [InlineData(ModelKind.Cnn, RecipeLoader.Valid, RecipeLoader.Train)]
    public void Train_InTheOrderOfTheFile_PrintsWhatTheNotebooksFunctionsDo(ModelKind kind, RecipeLoader learning, RecipeLoader measuring)
    {
        var recipe = new TrainingRecipe(new(RecipeMode.Eval, measuring, "Valid"), new(RecipeMode.Eval, learning, "Train"), ShufflesTrain: false);
        var (recorder, outcome) = Run(recipe, kind, epochs: 1);
        using var reference = new RecipeReference(kind, seed: 1);
        using var trained = new RecipeReference(outcome.Weights);
        var (loss, accuracy) = reference.Learn(Images(learning), Train);
        var (measured, share) = trained.Measure(Images(measuring), Valid);

        var epoch = recorder.Epochs.Single();
        epoch.TrainLossSum.ShouldBe(loss, 1e-3 * loss);
        epoch.TrainAccuracy.ShouldBe(accuracy, 1e-9);
        epoch.ValidLossSum.ShouldBe(measured, 1e-4 * measured);
        epoch.ValidAccuracy.ShouldBe(share, 1e-9);
        epoch.TrainLoss.ShouldBe(epoch.TrainLossSum / Batches(learning), 1e-12);
        epoch.ValidLoss.ShouldBe(epoch.ValidLossSum / Batches(measuring), 1e-12);
        recorder.Confusions.Single().Counts.Sum().ShouldBe(Images(measuring).Count);
    }

    [Fact]
    public void Train_EvalInTraining_LeavesTheStatisticsOfANewNet()
    {
        var (recorder, outcome) = Run(EvalInTrain, epochs: 2);
        using var net = NetFile.Read(outcome.Weights, TestTorch.Device.Device);

        Buffers(net).ShouldAllBe(pair => pair.Values.All(value => value == (pair.Name.EndsWith("var", StringComparison.Ordinal) ? 1 : 0)));
        recorder.Epochs[1].TrainLossSum.ShouldBeLessThan(recorder.Epochs[0].TrainLossSum);
    }

    [Fact]
    public void Train_TrainInValidation_LearnsTheSameAndMovesTheStatistics()
    {
        var (right, rightOutcome) = Run(null, epochs: 1);
        var (wrong, outcome) = Run(TrainInValidate, epochs: 1);
        using var rightNet = NetFile.Read(rightOutcome.Weights, TestTorch.Device.Device);
        using var net = NetFile.Read(outcome.Weights, TestTorch.Device.Device);

        wrong.Epochs[0].TrainLossSum.ShouldBe(right.Epochs[0].TrainLossSum);
        wrong.Epochs[0].ValidLossSum.ShouldNotBe(right.Epochs[0].ValidLossSum);
        net.Parameters.Zip(rightNet.Parameters).ShouldAllBe(pair => pair.First.Equals(pair.Second));
        Buffers(net).Zip(Buffers(rightNet)).ShouldAllBe(pair => !pair.First.Values.SequenceEqual(pair.Second.Values));
        Buffers(net).Where(pair => pair.Name.EndsWith("tracked", StringComparison.Ordinal)).ShouldAllBe(pair => pair.Values[0] == TrainBatches + ValidBatches);
        wrong.Confusions[0].Counts.Sum().ShouldBe(Valid);
    }

    [Fact]
    public void Train_OnTheValidationLoader_MovesTheWeightsByItsImagesAlone()
    {
        var data = TinyHands.Data;
        var (recorder, outcome) = Run(OnValid, epochs: 2);
        var onlyValid = new SignData(data.Valid, data.Valid, new DataSetInfo("tiny", Valid, Valid, "valid twice"));
        var (other, same) = Run(Lesson with { ShufflesTrain = false }, epochs: 2, data: onlyValid);

        outcome.Weights.Span.SequenceEqual(same.Weights.Span).ShouldBeTrue();
        recorder.Epochs.Zip(other.Epochs).ShouldAllBe(pair =>
            pair.First.TrainLossSum == pair.Second.TrainLossSum
            && Math.Abs((pair.First.TrainAccuracy * Train / Valid) - pair.Second.TrainAccuracy) < 1e-12
            && pair.First.ValidAccuracy == pair.Second.ValidAccuracy);
    }

    [Fact]
    public void Train_ValidatingOnTheTrainingLoader_DividesByTheOtherCount()
    {
        var (recorder, outcome) = Run(OnTrain, epochs: 8);
        using var trained = new RecipeReference(outcome.Weights);
        var (loss, accuracy) = trained.Measure(TinyHands.Data.Train, Valid);

        // Shuffled: other images in the small last batch, so the sum is near the one in the file's order and not it.
        recorder.Epochs[^1].ValidAccuracy.ShouldBe(accuracy, 1e-9);
        recorder.Epochs[^1].ValidAccuracy.ShouldBeGreaterThan(1);
        recorder.Epochs[^1].ValidLossSum.ShouldBe(loss, 0.5 * loss);
        Math.Abs(recorder.Epochs[^1].ValidLossSum - loss).ShouldBeGreaterThan(1e-4 * loss);
        recorder.Confusions[^1].Counts.Sum().ShouldBe(Train);
    }

    [Fact]
    public void Train_ShuffledValidation_ChangesTheSumAndNoAccuracy()
    {
        var (right, rightOutcome) = Run(null);
        var (shuffled, outcome) = Run(Lesson with { ShufflesValid = true });

        outcome.Weights.Span.SequenceEqual(rightOutcome.Weights.Span).ShouldBeTrue();
        shuffled.Epochs.Select(epoch => epoch.ValidAccuracy).ShouldBe(right.Epochs.Select(epoch => epoch.ValidAccuracy));
        shuffled.Epochs[0].ValidLossSum.ShouldNotBe(right.Epochs[0].ValidLossSum);
        shuffled.Epochs[0].ValidLossSum.ShouldBe(right.Epochs[0].ValidLossSum, 0.2 * right.Epochs[0].ValidLossSum);
    }

    [Fact]
    public void Train_NamesExchanged_MeasuresEachEpochBeforeItLearns()
    {
        var (right, rightOutcome) = Run(null, epochs: 3);
        var (swapped, outcome) = Run(Lesson with { MeasuresFirst = true }, epochs: 3);

        outcome.Weights.Span.SequenceEqual(rightOutcome.Weights.Span).ShouldBeTrue();
        swapped.Epochs.Select(epoch => epoch.TrainLossSum).ShouldBe(right.Epochs.Select(epoch => epoch.TrainLossSum));
        swapped.Epochs.Skip(1).Select(epoch => epoch.ValidLossSum).ShouldBe(right.Epochs.SkipLast(1).Select(epoch => epoch.ValidLossSum));
        using var untrained = new RecipeReference(ModelKind.Cnn, seed: 1);
        swapped.Epochs[0].ValidLossSum.ShouldBe(untrained.Measure(TinyHands.Data.Valid, Valid).Loss, 1e-3);
        swapped.Epochs[0].ValidLoss.ShouldBe(Math.Log(24), 0.1);
    }

    [Fact]
    public void Train_PartOfTheImagesInTheOrderOfTheFile_TakesTheSameOnesEveryEpoch()
    {
        var recipe = EvalInTrain with { ShufflesTrain = false };
        var (recorder, _) = Run(recipe, ModelKind.Dense, limit: 40);
        var (shuffled, _) = Run(EvalInTrain, ModelKind.Dense, limit: 40);

        recorder.Epochs[0].TrainLossSum.ShouldNotBe(shuffled.Epochs[0].TrainLossSum);
        recorder.Epochs[0].TrainLossSum.ShouldBe(recorder.Epochs[0].TrainLoss * 2, 1e-9);
        (recorder.Epochs[0].TrainAccuracy * 40 % 1).ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Train_ReportsOnTheWay_EndAtTheEpochsAccuracy()
    {
        var recorder = new Recorder();
        using var trainer = new TorchTrainer(TestTorch.Device, TinyHands.Data, time: new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) });
        trainer.Train(new(Epochs: 2, Recipe: OnValid), null, recorder, CancellationToken.None);

        recorder.Batches.ShouldAllBe(batch => batch.Batches == ValidBatches);
        var last = recorder.Batches.Last(batch => batch.Epoch == 1 && batch.Batch == ValidBatches);
        last.TrainAccuracy.ShouldBe(recorder.Epochs[1].TrainAccuracy, 1e-12);
    }

    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public void Train_OddRecipeTwoEpochsAndTwoMore_EqualFour(ModelKind kind)
    {
        var odd = new TrainingRecipe(
            new(RecipeMode.Train, RecipeLoader.Train, "Train"), new(RecipeMode.Eval, RecipeLoader.Valid, "Valid"), MeasuresFirst: true, ShufflesValid: true);
        var (whole, wholeOutcome) = Run(odd, kind, epochs: 4, limit: 70);
        var (half, _) = Run(odd, kind, epochs: 2, limit: 70);

        var (rest, outcome) = Run(odd, kind, epochs: 4, limit: 70, checkpoint: half.Checkpoints[^1]);

        rest.Untimed.ShouldBe(whole.Untimed);
        outcome.Weights.Span.SequenceEqual(wholeOutcome.Weights.Span).ShouldBeTrue();
    }

    [Fact]
    public void Train_CheckpointOfOtherFunctions_IsRefused()
    {
        var (half, _) = Run(EvalInTrain, epochs: 1);

        var (_, refused) = Run(null, checkpoint: half.Checkpoints[0]);
        var (_, other) = Run(OnTrain, checkpoint: half.Checkpoints[0]);

        foreach (var outcome in new[] { refused, other })
        {
            outcome.End.Failure!.Code.ShouldBe(RunFailureCodes.CheckpointUnreadable);
            outcome.End.Failure.Text.ShouldContain("other functions");
        }
    }

    [Fact]
    public void Train_CheckpointOfTheLessons_GoesOnWithTheLearnersRightOnes()
    {
        var (half, _) = Run(null, epochs: 1);

        Run(Lesson, checkpoint: half.Checkpoints[0]).Outcome.End.Outcome.ShouldBe(RunOutcome.Completed);
    }

    [Fact]
    public void Train_MeasuredLossIsNotFinite_FailsAndSaysWhere()
    {
        var swapped = Lesson with { MeasuresFirst = true };
        var (half, _) = Run(swapped, epochs: 1);
        var checkpoint = CheckpointFile.Read(half.Checkpoints[0]);
        var broken = checkpoint with
        {
            Tensors = new Dictionary<string, TensorData>(checkpoint.Tensors)
            {
                ["net.17.bias"] = TensorData.Of<float>(TensorType.F32, [24], Enumerable.Repeat(float.NaN, 24).ToArray()),
            },
        };

        var (recorder, outcome) = Run(swapped, checkpoint: CheckpointFile.Write(broken));

        outcome.End.Failure!.Code.ShouldBe(RunFailureCodes.LossNotFinite);
        (outcome.End.Failure.Epoch, outcome.End.Failure.Batch).ShouldBe((1, null));
        recorder.Epochs.Count.ShouldBe(1);
    }

    private static ImageSet Images(RecipeLoader loader) => loader == RecipeLoader.Train ? TinyHands.Data.Train : TinyHands.Data.Valid;

    private static int Batches(RecipeLoader loader) => loader == RecipeLoader.Train ? TrainBatches : ValidBatches;

    private static IEnumerable<(string Name, double[] Values)> Buffers(NetState net) => net.Layout.Buffers.Zip(
        net.Buffers,
        (spec, buffer) => (spec.Name, buffer.to(TorchSharp.torch.ScalarType.Float64).data<double>().ToArray()));

    private static (Recorder Recorder, TrainingOutcome Outcome) Run(
        TrainingRecipe? recipe, ModelKind kind = ModelKind.Cnn, int epochs = 2, int? limit = null, byte[]? checkpoint = null, SignData? data = null)
    {
        var recorder = new Recorder();
        using var trainer = new TorchTrainer(TestTorch.Device, data ?? TinyHands.Data);
        return (recorder, trainer.Train(new(kind, epochs, TrainLimit: limit, Recipe: recipe), checkpoint, recorder, CancellationToken.None));
    }
}
