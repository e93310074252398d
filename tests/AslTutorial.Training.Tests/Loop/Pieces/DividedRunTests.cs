using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Native;
using AslTutorial.Training.Tests.Native;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Training.Tests.Loop.Pieces;

/// <summary>Whole runs with several threads.</summary>
public sealed class DividedRunTests
{
    private static readonly TrainingSettings Two = new(Epochs: 2);
    private static readonly TrainingRecipe Lesson = TrainingRecipe.Lesson;

    public static TheoryData<ModelKind, RecipeMode, RecipeMode> Kinds => new()
    {
        { ModelKind.Cnn, RecipeMode.Train, RecipeMode.Eval },
        { ModelKind.Cnn, RecipeMode.Eval, RecipeMode.Train },
        { ModelKind.Dense, RecipeMode.Train, RecipeMode.Eval },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Train_SameThreads_RepeatsBitForBit(ModelKind kind, RecipeMode learning, RecipeMode measuring)
    {
        var settings = Two with { Model = kind, Recipe = Recipe(learning, measuring) };

        var (first, one) = Train(settings, threads: 3);
        var (second, again) = Train(settings, threads: 3);

        one.End.ShouldBe(new RunEnd(RunOutcome.Completed));
        second.Untimed.ShouldBe(first.Untimed);
        again.Weights.Span.SequenceEqual(one.Weights.Span).ShouldBeTrue();
        first.Epochs.ShouldAllBe(epoch => epoch.Device == "CPU, 3 threads");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Train_OtherThreads_DiffersByRoundingOnly(ModelKind kind, RecipeMode learning, RecipeMode measuring)
    {
        var settings = new TrainingSettings(kind, Epochs: 1, Recipe: Recipe(learning, measuring));
        var (alone, _) = Train(settings, threads: 1);

        foreach (var threads in new[] { 2, 4 })
        {
            var (divided, _) = Train(settings, threads);

            // Five steps: rounding has not grown to what another seed would make of it.
            divided.Epochs[0].TrainLossSum.ShouldBe(alone.Epochs[0].TrainLossSum, 2e-3 * alone.Epochs[0].TrainLossSum);
            divided.Epochs[0].ValidLossSum.ShouldBe(alone.Epochs[0].ValidLossSum, 1e-2 * alone.Epochs[0].ValidLossSum);
            divided.Confusions[0].Counts.Sum().ShouldBe(TinyHands.ValidCount);
        }
    }

    [Fact]
    public void Train_ResumedWithOtherThreads_GoesOnAndSaysSo()
    {
        var (half, _) = Train(Two with { Epochs = 1 }, threads: 1);
        var (whole, _) = Train(Two, threads: 1);

        var (rest, outcome) = Train(Two, threads: 3, half.Checkpoints[^1]);

        outcome.End.Outcome.ShouldBe(RunOutcome.Completed);
        rest.Notes.ShouldBe(["The run goes on with CPU, 3 threads; so far it had CPU, 1 thread."]);
        rest.Epochs.Select(epoch => epoch.Device).ShouldBe(["CPU, 1 thread", "CPU, 3 threads"]);
        rest.Epochs[1].TrainLossSum.ShouldBe(whole.Epochs[1].TrainLossSum, 1e-2 * whole.Epochs[1].TrainLossSum);
        whole.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Train_ResumedWithTheSameThreads_IsTheUninterruptedRun()
    {
        var (half, _) = Train(Two with { Epochs = 1 }, threads: 3);
        var (_, whole) = Train(Two, threads: 3);

        var (rest, outcome) = Train(Two, threads: 3, half.Checkpoints[^1]);

        rest.Notes.ShouldBeEmpty();
        outcome.Weights.Span.SequenceEqual(whole.Weights.Span).ShouldBeTrue();
    }

    [Fact]
    public void Train_CancelledOnTheWay_EndsWithinABatchAndLeavesNoThread()
    {
        using var source = new CancellationTokenSource();
        var recorder = new Recorder { WhenBatch = _ => source.Cancel() };
        using var trainer = Trainer(2, time: new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) });

        var outcome = trainer.Train(Two, null, recorder, source.Token);

        outcome.End.Outcome.ShouldBe(RunOutcome.Cancelled);
        recorder.Batches.Count.ShouldBe(1);
        recorder.Epochs.ShouldBeEmpty();
        CrewTests.ShouldHaveThreads(0);
    }

    [Fact]
    public void Train_ALabelThatIsNone_FailsWithTheUndividedRunsReason()
    {
        // One image: only one piece meets it, when it takes the loss.
        var data = With(labels => labels[40] = 99);

        var (_, alone) = Train(Two, threads: 1, data: data);
        var (_, divided) = Train(Two, threads: 3, data: data);

        alone.End.Failure!.Code.ShouldBe(RunFailureCodes.Internal);
        divided.End.ShouldBe(alone.End);
        CrewTests.ShouldHaveThreads(0);
    }

    [Fact]
    public void Train_AnImageOverflows_FailsAtTheUndividedRunsBatch()
    {
        // The weights on one pixel, lit in one image only, are too large: its loss alone is not finite.
        var data = With(_ => { }, lit: 70);
        var checkpoint = TorchTrainerCheckpoints.WithHugeWeights(Dense, data);

        var (_, alone) = Train(Dense, threads: 1, checkpoint, data);
        var (_, divided) = Train(Dense, threads: 3, checkpoint, data);

        alone.End.Failure!.Code.ShouldBe(RunFailureCodes.LossNotFinite);
        divided.End.ShouldBe(alone.End);
    }

    private static TrainingSettings Dense => Two with { Model = ModelKind.Dense };

    private static TrainingRecipe Recipe(RecipeMode learning, RecipeMode measuring) =>
        Lesson with { Learning = Lesson.Learning with { Mode = learning }, Measuring = Lesson.Measuring with { Mode = measuring } };

    private static SignData With(Action<byte[]> change, int? lit = null)
    {
        var train = TinyHands.Data.Train;
        var (pixels, labels) = (train.Pixels.ToArray(), train.Labels.ToArray());
        change(labels);
        if (lit is { } image)
        {
            for (var i = 0; i < train.Count; i++)
            {
                pixels[i * ImageSet.PixelsPerImage] = (byte)(i == image ? 255 : 0);
            }
        }

        return new(new(pixels, labels), TinyHands.Data.Valid, TinyHands.Data.Info);
    }

    private static TorchTrainer Trainer(int threads, SignData? data = null, TimeProvider? time = null)
    {
        var device = new TorchDevice(TestTorch.Device.Device, DeviceInfo.Cpu(threads));
        return new(device, data ?? TinyHands.Data, time: time);
    }

    private static (Recorder Recorder, TrainingOutcome Outcome) Train(TrainingSettings settings, int threads, byte[]? checkpoint = null, SignData? data = null)
    {
        var recorder = new Recorder();
        using var trainer = Trainer(threads, data);
        return (recorder, trainer.Train(settings, checkpoint, recorder, CancellationToken.None));
    }
}
