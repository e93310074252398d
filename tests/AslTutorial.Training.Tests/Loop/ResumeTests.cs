using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Loop;

public sealed class ResumeTests
{
    private static readonly TrainingSettings Four = new(Epochs: 4, TrainLimit: 70);

    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public void Train_TwoEpochsAndTwoMore_EqualFour(ModelKind kind)
    {
        var settings = Four with { Model = kind };
        var (whole, wholeOutcome) = Train(settings, null);
        var (half, _) = Train(settings with { Epochs = 2 }, null);

        var (rest, outcome) = Train(settings, half.Checkpoints[^1]);

        rest.Untimed.ShouldBe(whole.Untimed);
        rest.Confusions.SelectMany(matrix => matrix.Counts).ShouldBe(whole.Confusions.SelectMany(matrix => matrix.Counts));
        outcome.Weights.ToArray().ShouldBe(wholeOutcome.Weights.ToArray());
    }

    [Fact]
    public void Train_Resumed_FirstRepeatsTheEpochsOfTheCheckpointAsTheyWere()
    {
        var (half, _) = Train(Four with { Epochs = 2 }, null);

        var (rest, _) = Train(Four, half.Checkpoints[^1]);

        rest.Epochs.Take(2).ShouldBe(half.Epochs);
        rest.Checkpoints.Select(checkpoint => checkpoint.Length > 0).ShouldBe([false, false, true, true]);
    }

    [Fact]
    public void Train_CheckpointOfTheLastEpoch_CompletesWithItsWeights()
    {
        var (whole, wholeOutcome) = Train(Four with { Epochs = 1 }, null);

        var (again, outcome) = Train(Four with { Epochs = 1 }, whole.Checkpoints[^1]);

        outcome.End.Outcome.ShouldBe(RunOutcome.Completed);
        again.Epochs.ShouldBe(whole.Epochs);
        outcome.Weights.ToArray().ShouldBe(wholeOutcome.Weights.ToArray());
    }

    [Fact]
    public void Train_CheckpointOfOtherSettingsOrData_IsRefused()
    {
        var (half, _) = Train(Four with { Epochs = 2 }, null);
        var checkpoint = half.Checkpoints[^1];

        Refusal(Four with { Seed = 2 }, checkpoint).ShouldContain("seed 1");
        Refusal(Four with { BatchSize = 16 }, checkpoint).ShouldContain("batch size 32");
        Refusal(Four with { LearningRate = 0.01 }, checkpoint).ShouldContain("learning rate 0.001");
        Refusal(Four with { Model = ModelKind.Dense }, checkpoint).ShouldContain("model Cnn");
        Refusal(Four with { TrainLimit = null }, checkpoint).ShouldContain("training limit 70");
        Refusal(Four with { Epochs = 1 }, checkpoint).ShouldContain("2 epochs already");
        Refusal(Four, checkpoint, dataSeed: 2).ShouldContain("other data");
    }

    [Fact]
    public void Train_DamagedCheckpoint_IsRefused()
    {
        var (half, _) = Train(Four with { Epochs = 1 }, null);
        var damaged = half.Checkpoints[0];
        damaged[^1000] ^= 1;

        Refusal(Four, damaged).ShouldContain("checksum");
    }

    private static string Refusal(TrainingSettings settings, byte[] checkpoint, int dataSeed = 1)
    {
        var (recorder, outcome) = Train(settings, checkpoint, dataSeed);
        outcome.End.Outcome.ShouldBe(RunOutcome.Failed);
        outcome.End.Failure!.Code.ShouldBe(RunFailureCodes.CheckpointUnreadable);
        recorder.Epochs.ShouldBeEmpty();
        return outcome.End.Failure.Text;
    }

    private static (Recorder Recorder, TrainingOutcome Outcome) Train(TrainingSettings settings, byte[]? checkpoint, int dataSeed = 1)
    {
        var recorder = new Recorder();
        using var trainer = new TorchTrainer(TestTorch.Device, TinyHands.Make(dataSeed));
        return (recorder, trainer.Train(settings, checkpoint, recorder, CancellationToken.None));
    }
}
