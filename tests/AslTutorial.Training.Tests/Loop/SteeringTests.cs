using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Native;
using AslTutorial.Training.Native.Graphs;
using AslTutorial.Training.Tests.Loop.Steps;
using AslTutorial.Training.Tests.Native;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Training.Tests.Loop;

/// <summary>Runs that are paused, ended early or given another learning rate while they train.</summary>
public sealed class SteeringTests
{
    private const int Batches = (TinyHands.TrainCount + 31) / 32;

    private static readonly TrainingSettings Three = new(Epochs: 3);

    public static TheoryData<ModelKind, int, bool> Ways => new()
    {
        { ModelKind.Cnn, 1, false },
        { ModelKind.Cnn, 1, true },
        { ModelKind.Cnn, 2, false },
        { ModelKind.Dense, 1, false },
        { ModelKind.Dense, 1, true },
        { ModelKind.Dense, 2, false },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Train_RateChangedAtABatch_RepeatsBitForBit(ModelKind kind, int threads, bool recorded)
    {
        var settings = Three with { Model = kind };
        var way = new Way(threads, recorded);
        var control = new RunControl();
        var steered = new Recorder { WhenBatch = At(1, 2, () => control.Steer(new(0.02, Paused: false, StopAfterEpoch: false))) };
        var outcome = way.Train(settings, steered, control);

        steered.Steered.ShouldBe([new(new([new(1, 2, 0.02)]), Paused: false, LastEpoch: null, Epoch: 1, Batch: 2)]);
        var (again, repeat) = way.Train(settings with { Steering = steered.Steered[^1].Steering });
        again.Untimed.ShouldBe(steered.Untimed);
        repeat.Weights.Span.SequenceEqual(outcome.Weights.Span).ShouldBeTrue();

        var (plain, _) = way.Train(settings);
        plain.Untimed.First().ShouldBe(steered.Untimed.First());
        plain.Epochs[1].TrainLossSum.ShouldNotBe(steered.Epochs[1].TrainLossSum);
        var (later, _) = way.Train(settings with { Steering = new([new(1, 3, 0.02)]) });
        later.Epochs[1].TrainLossSum.ShouldNotBe(steered.Epochs[1].TrainLossSum);
    }

    // As in RecipeTests: without an order to draw and without masks, every number can be had without the trainer.
    [Theory]
    [InlineData(ModelKind.Dense, 1, false)]
    [InlineData(ModelKind.Dense, 1, true)]
    [InlineData(ModelKind.Dense, 2, false)]
    [InlineData(ModelKind.Cnn, 1, false)]
    [InlineData(ModelKind.Cnn, 2, false)]
    public void Train_RatePlanned_IsWhatTorchsOwnAdamMakesOfIt(ModelKind kind, int threads, bool recorded)
    {
        var recipe = TrainingRecipe.Lesson with { Learning = TrainingRecipe.Lesson.Learning with { Mode = RecipeMode.Eval }, ShufflesTrain = false };
        var settings = new TrainingSettings(kind, Epochs: 1, Recipe: recipe, Steering: new([new(0, 2, 0.01)]));
        var (trained, _) = new Way(threads, recorded).Train(settings);

        var loss = LossWith(batch => batch < 2 ? 0.001 : 0.01);
        trained.Epochs[0].TrainLossSum.ShouldBe(loss, 2e-4 * loss);
        foreach (var other in new Func<int, double>[] { _ => 0.001, batch => batch < 1 ? 0.001 : 0.01, batch => batch < 3 ? 0.001 : 0.01 })
        {
            Math.Abs(LossWith(other) - loss).ShouldBeGreaterThan(2e-3 * loss);
        }

        double LossWith(Func<int, double> rateOf)
        {
            using var reference = new RecipeReference(kind, seed: 1);
            return reference.Learn(TinyHands.Data.Train, TinyHands.TrainCount, rateOf).Loss;
        }
    }

    [Fact]
    public void Train_PausedAndResumed_IsTheUninterruptedRun()
    {
        var control = new RunControl();
        var steered = new Recorder
        {
            WhenBatch = At(1, 2, () => control.Steer(new(null, Paused: true, StopAfterEpoch: false))),
            WhenSteered = after =>
            {
                if (after.Paused)
                {
                    Task.Run(() => control.Steer(new(null, Paused: false, StopAfterEpoch: false)));
                }
            },
        };
        var outcome = new Way().Train(Three, steered, control);

        var (plain, expected) = new Way().Train(Three);
        steered.Steered.Select(one => (one.Paused, one.Epoch, one.Batch, one.Steering)).ShouldBe([(true, 1, 2, null), (false, 1, 2, null)]);
        steered.Untimed.ShouldBe(plain.Untimed);
        outcome.Weights.Span.SequenceEqual(expected.Weights.Span).ShouldBeTrue();
    }

    [Fact]
    public void Train_RateChangedInAPause_HoldsFromTheBatchThatWaits()
    {
        var control = new RunControl();
        var steered = new Recorder
        {
            WhenBatch = At(0, 3, () => control.Steer(new(null, Paused: true, StopAfterEpoch: false))),
            WhenSteered = after =>
            {
                if (after.Paused)
                {
                    Task.Run(() => control.Steer(new(after.Steering is null ? 0.02 : null, Paused: after.Steering is null, StopAfterEpoch: false)));
                }
            },
        };
        new Way().Train(Three, steered, control);

        steered.Steered[^1].Steering.ShouldBe(new RunSteering([new(0, 3, 0.02)]));
        new Way().Train(Three with { Steering = steered.Steered[^1].Steering }).Recorder.Untimed.ShouldBe(steered.Untimed);
    }

    [Fact]
    public void Train_CancelledInAPause_Ends()
    {
        using var cancel = new CancellationTokenSource();
        var control = new RunControl();
        var steered = new Recorder
        {
            WhenBatch = At(1, 1, () => control.Steer(new(null, Paused: true, StopAfterEpoch: false))),
            WhenSteered = _ => cancel.CancelAfter(TimeSpan.FromMilliseconds(1)),
        };

        var outcome = new Way().Train(Three, steered, control, cancel);

        outcome.End.Outcome.ShouldBe(RunOutcome.Cancelled);
        steered.Epochs.Count.ShouldBe(1);
    }

    [Fact]
    public void Train_ToStopAfterTheEpoch_CompletesWithItsWeights()
    {
        var control = new RunControl();
        var steered = new Recorder { WhenBatch = At(1, 2, () => control.Steer(new(null, Paused: false, StopAfterEpoch: true))) };
        var outcome = new Way().Train(Three, steered, control);

        var (two, expected) = new Way().Train(Three with { Epochs = 2 });
        outcome.End.ShouldBe(new RunEnd(RunOutcome.Completed));
        steered.Steered.Single().LastEpoch.ShouldBe(1);
        steered.Untimed.ShouldBe(two.Untimed);
        outcome.Weights.Span.SequenceEqual(expected.Weights.Span).ShouldBeTrue();
    }

    [Fact]
    public void Train_ToStopBetweenTwoEpochs_TrainsNoOther()
    {
        var control = new RunControl();
        var steered = new Recorder { WhenEpoch = _ => control.Steer(new(null, Paused: true, StopAfterEpoch: true)) };

        new Way().Train(Three, steered, control).End.Outcome.ShouldBe(RunOutcome.Completed);

        steered.Epochs.Count.ShouldBe(1);
        steered.Steered.Single().LastEpoch.ShouldBe(0);
    }

    [Fact]
    public void Train_StopTakenBack_GoesOnToTheEnd()
    {
        var control = new RunControl();
        var steered = new Recorder
        {
            WhenBatch = At(1, 2, () => control.Steer(new(null, Paused: false, StopAfterEpoch: true))),
            WhenSteered = after =>
            {
                if (after.LastEpoch is not null)
                {
                    control.Steer(new(null, Paused: false, StopAfterEpoch: false));
                }
            },
        };

        new Way().Train(Three, steered, control).End.Outcome.ShouldBe(RunOutcome.Completed);

        steered.Steered.Select(after => after.LastEpoch).ShouldBe([1, null]);
        steered.Epochs.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Train_ResumedWithItsSteering_IsTheUninterruptedRun(int checkpoint)
    {
        var settings = Three with { Steering = new([new(0, 1, 0.01), new(1, 3, 0.0005)]) };
        var (whole, expected) = new Way().Train(settings);

        var (rest, outcome) = new Way().Train(settings, whole.Checkpoints[checkpoint]);

        rest.Untimed.ShouldBe(whole.Untimed);
        outcome.Weights.Span.SequenceEqual(expected.Weights.Span).ShouldBeTrue();
    }

    [Fact]
    public void Train_CheckpointSteeredOtherwiseBeforeIt_IsRefused()
    {
        var (whole, _) = new Way().Train(Three with { Steering = new([new(0, 1, 0.01)]) });

        var (_, refused) = new Way().Train(Three, whole.Checkpoints[0]);
        var (_, taken) = new Way().Train(Three with { Steering = new([new(0, 1, 0.01), new(1, 0, 0.02)]) }, whole.Checkpoints[0]);

        refused.End.Failure!.Text.ShouldContain("steered otherwise");
        taken.End.Outcome.ShouldBe(RunOutcome.Completed);
    }

    [Fact]
    public void Train_ResumedWithTheEpochToStopAfter_StopsThere()
    {
        var (whole, _) = new Way().Train(Three);

        var steered = new Recorder();
        new Way().Train(Three, steered, new RunControl(lastEpoch: 1), checkpoint: whole.Checkpoints[0]);

        steered.Untimed.ShouldBe(whole.Untimed.Take(2));
    }

    /// <summary>Once, when that many batches of the epoch are done: before the batch of that number.</summary>
    private static Action<BatchProgress> At(int epoch, int batch, Action happens) => progress =>
    {
        if (progress.Epoch == epoch && progress.Batch == batch)
        {
            happens();
        }
    };

    /// <summary>How steps are made: by so many threads, recorded or not.</summary>
    private sealed class Way(int threads = 1, bool recorded = false)
    {
        public (Recorder Recorder, TrainingOutcome Outcome) Train(TrainingSettings settings, byte[]? checkpoint = null)
        {
            var recorder = new Recorder();
            return (recorder, Train(settings, recorder, new RunControl(), checkpoint: checkpoint));
        }

        public TrainingOutcome Train(
            TrainingSettings settings, Recorder recorder, RunControl control, CancellationTokenSource? cancel = null, byte[]? checkpoint = null)
        {
            // The clock makes every batch due for a report.
            ICudaGraphs? graphs = recorded ? new RepeatingGraphs() : null;
            var device = new TorchDevice(TestTorch.Device.Device, DeviceInfo.Cpu(threads));
            using var trainer = new TorchTrainer(device, TinyHands.Data, graphs, new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) });
            return trainer.Train(settings, checkpoint, recorder, control, cancel?.Token ?? CancellationToken.None);
        }
    }
}
