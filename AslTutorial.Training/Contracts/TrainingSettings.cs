namespace AslTutorial.Training.Contracts;

/// <summary>What a learner chooses for a run. The defaults are the lesson's.</summary>
/// <param name="Model">The net to train.</param>
/// <param name="Epochs">Passes over the training set.</param>
/// <param name="BatchSize">Images in one step.</param>
/// <param name="LearningRate">Adam's step size.</param>
/// <param name="Seed">Seeds the weights, the order of the images and the dropout masks.</param>
/// <param name="TrainLimit">Use only this many of the training images; null for all of them.</param>
/// <param name="Recipe">The learner's own two functions; null for the lesson's, as they should be.</param>
public sealed record TrainingSettings(
    ModelKind Model = ModelKind.Cnn,
    int Epochs = 20,
    int BatchSize = TrainingSettings.DefaultBatchSize,
    double LearningRate = 0.001,
    long Seed = 1,
    int? TrainLimit = null,
    TrainingRecipe? Recipe = null)
{
    public const int DefaultBatchSize = 32;

    /// <summary>The first fault of each field, empty when the settings can be trained with.</summary>
    public IReadOnlyList<SettingFault> Faults()
    {
        var faults = new List<SettingFault>();
        if (!Enum.IsDefined(Model))
        {
            faults.Add(new("model", "model is one of cnn, dense"));
        }

        Check("epochs", Epochs, TrainingLimits.MinEpochs, TrainingLimits.MaxEpochs);
        Check("batchSize", BatchSize, TrainingLimits.MinBatchSize, TrainingLimits.MaxBatchSize);
        Check("learningRate", LearningRate, TrainingLimits.MinLearningRate, TrainingLimits.MaxLearningRate);
        Check("seed", Seed, TrainingLimits.MinSeed, TrainingLimits.MaxSeed);
        if (TrainLimit is { } limit)
        {
            Check("trainLimit", limit, TrainingLimits.MinTrainLimit, TrainingLimits.MaxTrainLimit);
        }

        if (Recipe?.Fault() is { } fault)
        {
            faults.Add(new("recipe", fault));
        }

        return faults;

        void Check<T>(string field, T value, T min, T max)
            where T : IComparable<T>, IFormattable
        {
            // NaN compares below everything, so it is refused too.
            if (value.CompareTo(min) < 0 || value.CompareTo(max) > 0)
            {
                faults.Add(new(field, FormattableString.Invariant($"{field} is from {min} to {max}, not {value}")));
            }
        }
    }
}
