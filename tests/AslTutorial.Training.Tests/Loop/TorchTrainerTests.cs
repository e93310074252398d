using AslTutorial.Training.Checkpoints;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Models;
using AslTutorial.Training.Tests.Native;
using Microsoft.Extensions.Time.Testing;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Loop;

public sealed class TorchTrainerTests
{
    private const int Collected = 10;

    private static readonly TrainingSettings Short = new(Epochs: 2);

    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public void Train_SameSeed_RepeatsBitForBit(ModelKind kind)
    {
        var (first, one) = Train(Short with { Model = kind });
        var (second, again) = Train(Short with { Model = kind });

        one.End.ShouldBe(new RunEnd(RunOutcome.Completed));
        again.End.ShouldBe(one.End);
        second.Untimed.ShouldBe(first.Untimed);
        again.Weights.ToArray().ShouldBe(one.Weights.ToArray());
    }

    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public void Train_GarbageCollectedAllTheTime_RepeatsBitForBit(ModelKind kind)
    {
        var settings = Short with { Model = kind };
        var (_, expected) = Train(settings);
        using var stop = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect(0);
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        try
        {
            for (var run = 0; run < Collected; run++)
            {
                var (_, outcome) = Train(settings);
                outcome.End.ShouldBe(expected.End);
                outcome.Weights.Span.SequenceEqual(expected.Weights.Span).ShouldBeTrue();
            }
        }
        finally
        {
            stop.Cancel();
            collector.Join();
        }
    }

    [Fact]
    public void Train_OtherSeed_TrainsDifferently()
    {
        var (first, _) = Train(Short);
        var (second, _) = Train(Short with { Seed = 2 });

        second.Epochs[0].TrainLossSum.ShouldNotBe(first.Epochs[0].TrainLossSum);
    }

    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public void Train_EasyImages_LearnsThem(ModelKind kind)
    {
        var (recorder, _) = Train(new(kind, Epochs: 12, BatchSize: 16));

        recorder.Epochs[^1].ValidAccuracy.ShouldBeGreaterThan(0.9);
        recorder.Epochs[0].TrainLoss.ShouldBeGreaterThan(recorder.Epochs[^1].TrainLoss);
    }

    [Fact]
    public void Train_LastBatchSmaller_CountsItAsABatch()
    {
        var (recorder, _) = Train(Short with { Epochs = 1 });

        // 150 images: 4 batches of 32 and one of 22; 70: 2 and one of 6.
        recorder.Epochs[0].TrainLossSum.ShouldBe(recorder.Epochs[0].TrainLoss * 5, 1e-9);
        recorder.Epochs[0].ValidLossSum.ShouldBe(recorder.Epochs[0].ValidLoss * 3, 1e-9);
    }

    [Fact]
    public void Train_Validation_IsTheLessonsSumOverBatches()
    {
        var (recorder, outcome) = Train(Short with { Epochs = 1 });
        using var scope = NewDisposeScope();
        using var grad = no_grad();
        using var data = new DeviceData(TinyHands.Data.Valid, TestTorch.Device.Device);
        using var net = NetFile.Read(outcome.Weights, TestTorch.Device.Device);
        using var reference = new Models.LessonNet(net);
        var expected = 0.0;
        for (var start = 0; start < data.Count; start += 32)
        {
            var end = Math.Min(data.Count, start + 32);
            expected += nn.functional.cross_entropy(
                reference.Forward(data.Images.slice(0, start, end, 1)), data.Labels.slice(0, start, end, 1)).item<float>();
        }

        var guesses = reference.Forward(data.Images).argmax(1);

        recorder.Epochs[0].ValidLossSum.ShouldBe(expected, 1e-4 * expected);
        recorder.Epochs[0].ValidAccuracy.ShouldBe(guesses.eq(data.Labels).sum().item<long>() / (double)data.Count);
    }

    [Fact]
    public void Train_ConfusionMatrix_AgreesWithTheAccuracyAndTheClasses()
    {
        var (recorder, _) = Train(Short);
        var counts = recorder.Confusions[^1].Counts;

        counts.Sum().ShouldBe(TinyHands.ValidCount);
        (Enumerable.Range(0, 24).Sum(label => counts[label * 25]) / (double)TinyHands.ValidCount).ShouldBe(recorder.Epochs[^1].ValidAccuracy);
        for (var label = 0; label < 24; label++)
        {
            counts.Skip(label * 24).Take(24).Sum().ShouldBe(TinyHands.Data.Valid.Labels.Count(other => other == label));
        }
    }

    [Fact]
    public void Train_Limit_UsesSoManyImagesDrawnWithTheSeed()
    {
        var (limited, _) = Train(Short with { Epochs = 1, TrainLimit = 40 });
        var (again, _) = Train(Short with { Epochs = 1, TrainLimit = 40 });

        again.Untimed.ShouldBe(limited.Untimed);
        limited.Epochs[0].TrainLossSum.ShouldBe(limited.Epochs[0].TrainLoss * 2, 1e-9);
        (limited.Epochs[0].TrainAccuracy * 40 % 1).ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Train_CancelledInAnEpoch_EndsWithinABatch()
    {
        using var source = new CancellationTokenSource();
        var recorder = new Recorder { WhenBatch = _ => source.Cancel() };

        // The clock makes every batch due for a report.
        using var trainer = Trainer(new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) });
        var outcome = trainer.Train(Short, null, recorder, source.Token);

        outcome.End.ShouldBe(new RunEnd(RunOutcome.Cancelled));
        recorder.Batches.Count.ShouldBe(1);
        recorder.Epochs.ShouldBeEmpty();
        outcome.Weights.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Train_CancelledAfterAnEpoch_KeepsItsWeights()
    {
        using var source = new CancellationTokenSource();
        var recorder = new Recorder { WhenEpoch = _ => source.Cancel() };
        using var trainer = Trainer();

        var outcome = trainer.Train(Short, null, recorder, source.Token);

        outcome.End.Outcome.ShouldBe(RunOutcome.Cancelled);
        recorder.Epochs.Count.ShouldBe(1);
        outcome.Weights.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void Train_LossBecomesNaN_NamesTheFirstBatchAndKeepsTheLastGoodWeights()
    {
        var (recorder, whole) = Train(Short with { Epochs = 1 });
        var poisoned = Poison(CheckpointFile.Read(recorder.Checkpoints[0]));
        var after = new Recorder();
        using var trainer = Trainer();

        var outcome = trainer.Train(Short, CheckpointFile.Write(poisoned), after, CancellationToken.None);

        // The loss of the first batch is still finite; the step made with it spoils the weights.
        outcome.End.Outcome.ShouldBe(RunOutcome.Failed);
        outcome.End.Failure!.Code.ShouldBe(RunFailureCodes.LossNotFinite);
        outcome.End.Failure.Epoch.ShouldBe(1);
        outcome.End.Failure.Batch.ShouldBe(1);
        outcome.Weights.ToArray().ShouldBe(whole.Weights.ToArray());
    }

    [Fact]
    public void Train_AbsurdLearningRate_FailsInTheSecondBatch()
    {
        var (recorder, outcome) = Train(Short with { LearningRate = 1e30 });

        outcome.End.Failure!.Code.ShouldBe(RunFailureCodes.LossNotFinite);
        (outcome.End.Failure.Epoch, outcome.End.Failure.Batch).ShouldBe((0, 1));
        recorder.Epochs.ShouldBeEmpty();
    }

    [Fact]
    public void Describe_MoreMemoryThanThereIs_IsOutOfMemory()
    {
        _ = TestTorch.Device;
        var fault = Should.Throw<Exception>(() => empty([1L << 56], ScalarType.Byte));

        TorchFaults.IsOne(fault).ShouldBeTrue();
        TorchFaults.Describe(fault, onCard: false).Code.ShouldBe(RunFailureCodes.OutOfMemory);
        TorchFaults.Describe(fault, onCard: false).Text.ShouldNotContain("\n");
    }

    [Fact]
    public void Train_Reports_AreAtMostTenASecondAndSane()
    {
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(7) };
        var recorder = new Recorder();
        using var trainer = Trainer(time);

        trainer.Train(Short with { BatchSize = 2 }, null, recorder, CancellationToken.None);

        recorder.Batches.Count.ShouldBeGreaterThan(4);
        recorder.Batches.ShouldAllBe(batch => batch.Batches == 75 && batch.Batch > 0 && batch.Batch <= 75);
        recorder.Batches.ShouldAllBe(batch => batch.ImagesPerSecond > 0 && batch.ImagesPerSecond < 2 / 0.007);
        recorder.Batches.ShouldAllBe(batch => batch.EtaSeconds > 0 && batch.EtaSeconds < 150 * 0.1);
        recorder.Batches.ShouldAllBe(batch => double.IsFinite(batch.TrainLoss) && batch.TrainAccuracy >= 0 && batch.TrainAccuracy <= 1);
    }

    internal static TorchTrainer Trainer(TimeProvider? time = null) => new(TestTorch.Device, TinyHands.Data, time: time);

    private static (Recorder Recorder, TrainingOutcome Outcome) Train(TrainingSettings settings)
    {
        var recorder = new Recorder();
        using var trainer = Trainer();
        return (recorder, trainer.Train(settings, null, recorder, CancellationToken.None));
    }

    private static Checkpoint Poison(Checkpoint checkpoint)
    {
        var name = "adam.mean.17.bias";
        var infinite = TensorData.Of<float>(TensorType.F32, [24], Enumerable.Repeat(float.PositiveInfinity, 24).ToArray());
        return checkpoint with
        {
            Tensors = new Dictionary<string, TensorData>(checkpoint.Tensors) { [name] = infinite },
        };
    }
}
