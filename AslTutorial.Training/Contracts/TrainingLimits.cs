namespace AslTutorial.Training.Contracts;

/// <summary>The ranges of <see cref="TrainingSettings"/>, both ends included.</summary>
public static class TrainingLimits
{
    public const int MinEpochs = 1;
    public const int MaxEpochs = 200;
    public const int MinBatchSize = 1;
    public const int MaxBatchSize = 1024;
    public const double MinLearningRate = 1e-6;
    public const double MaxLearningRate = 1;
    public const long MinSeed = 0;
    public const long MaxSeed = int.MaxValue;
    public const double MinDropout = 0;
    public const double MaxDropout = 0.9;
    public const int MinTrainLimit = 32;
    public const int MaxTrainLimit = 1_000_000;

    /// <summary>Changes of the learning rate while a run goes on.</summary>
    public const int MaxRateChanges = 200;

    // NaN compares with nothing, so it is refused too.
    public static bool IsLearningRate(double rate) => rate is >= MinLearningRate and <= MaxLearningRate;
}
