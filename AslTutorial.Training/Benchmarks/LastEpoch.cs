using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Benchmarks;

/// <summary>Keeps the last epoch's result.</summary>
internal sealed class LastEpoch : ITrainingObserver
{
    public EpochResult? Result { get; private set; }

    public void OnBatch(BatchProgress progress)
    {
    }

    public void OnEpoch(EpochResult result, ConfusionMatrix confusion, ReadOnlyMemory<byte> checkpoint) => Result = result;
}
