using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Benchmarks;

/// <summary>Keeps the last epoch's result, and counts the reports.</summary>
internal sealed class LastEpoch : ITrainingObserver
{
    public EpochResult? Result { get; private set; }

    public int Reports { get; private set; }

    public void OnBatch(BatchProgress progress) => Reports++;

    public void OnEpoch(EpochResult result, ConfusionMatrix confusion, EpochFiles files) => Result = result;
}
