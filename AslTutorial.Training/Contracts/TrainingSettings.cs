using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace AslTutorial.Training.Contracts;

/// <summary>What a learner chooses for a run. The defaults are the lesson's.</summary>
/// <param name="Model">The net to train.</param>
/// <param name="Epochs">Passes over the training set.</param>
/// <param name="BatchSize">Images in one step.</param>
/// <param name="LearningRate">Adam's step size.</param>
/// <param name="Seed">Seeds the weights, the order of the images and the dropout masks.</param>
/// <param name="TrainLimit">Use only this many of the training images; null for all of them.</param>
/// <param name="Recipe">The learner's own two functions; null for the lesson's, as they should be.</param>
/// <param name="Cnn">What the learner has changed in the CNN; null for the lesson's.</param>
/// <param name="Steering">How the learning rate changes on the way; null where it stays.</param>
public sealed record TrainingSettings(
    ModelKind Model = ModelKind.Cnn,
    int Epochs = 20,
    int BatchSize = TrainingSettings.DefaultBatchSize,
    double LearningRate = 0.001,
    long Seed = 1,
    int? TrainLimit = null,
    TrainingRecipe? Recipe = null,
    CnnOptions? Cnn = null,
    RunSteering? Steering = null)
{
    public const int DefaultBatchSize = 32;

    /// <summary>Null for the lesson's: unchanged options are none, so that equal settings are equal.</summary>
    public CnnOptions? Cnn { get; init; } = Cnn == CnnOptions.Lesson ? null : Cnn;

    /// <summary>What the CNN is made with, changed or not.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public CnnOptions CnnOrLesson => Cnn ?? CnnOptions.Lesson;

    /// <summary>The net that is trained.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public NetShape Net => new(Model, Model == ModelKind.Cnn ? CnnOrLesson.KernelSize : NetShape.LessonKernel);

    /// <summary>Whether it is a net as the lesson has it, and not changed by a learner.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public bool HasLessonNet => Model != ModelKind.Cnn || Cnn is null;

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

        var (kernel, dropout, headDropout) = CnnOrLesson;
        Check("dropout", dropout, TrainingLimits.MinDropout, TrainingLimits.MaxDropout);
        Check("headDropout", headDropout, TrainingLimits.MinDropout, TrainingLimits.MaxDropout);
        if (!NetShape.KernelSizes.Contains(kernel))
        {
            faults.Add(new("kernelSize", FormattableString.Invariant($"kernelSize is one of {string.Join(", ", NetShape.KernelSizes)}, not {kernel}")));
        }
        else if (Net.Fault() is { } tooLarge)
        {
            faults.Add(new("kernelSize", FormattableString.Invariant($"kernelSize {kernel} makes no net: {tooLarge}")));
        }

        if (Recipe?.Fault() is { } fault)
        {
            faults.Add(new("recipe", fault));
        }

        if (Steering?.Fault() is { } unsteerable)
        {
            faults.Add(new("steering", unsteerable));
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
