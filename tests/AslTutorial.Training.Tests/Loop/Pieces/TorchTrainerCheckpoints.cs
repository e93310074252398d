using AslTutorial.Training.Checkpoints;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Training.Data;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Tests.Loop.Pieces;

/// <summary>Checkpoints of the dense net that a run would not write.</summary>
internal static class TorchTrainerCheckpoints
{
    private const float Huge = 1e30f;

    /// <summary>After an epoch: the first pixel goes to one unit, and from there on, with weights whose product is beyond float32.</summary>
    public static byte[] WithHugeWeights(TrainingSettings settings, SignData data)
    {
        var recorder = new Recorder();
        using var trainer = new TorchTrainer(Native.TestTorch.Device, data);
        trainer.Train(settings with { Epochs = 1 }, null, recorder, CancellationToken.None);
        var checkpoint = CheckpointFile.Read(recorder.Checkpoints[0]);
        return CheckpointFile.Write(checkpoint with
        {
            Tensors = new Dictionary<string, TensorData>(checkpoint.Tensors)
            {
                ["net.1.weight"] = FirstHuge(checkpoint.Tensors["net.1.weight"]),
                ["net.3.weight"] = FirstHuge(checkpoint.Tensors["net.3.weight"]),
            },
        });
    }

    private static TensorData FirstHuge(TensorData weights)
    {
        var numbers = weights.Numbers<float>().ToArray();
        numbers[0] = Huge;
        return TensorData.Of<float>(TensorType.F32, weights.Shape, numbers);
    }
}
