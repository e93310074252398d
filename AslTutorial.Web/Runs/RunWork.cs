using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

internal static class RunWork
{
    /// <summary>Training images of the course's data set, assumed until a trainer tells the number.</summary>
    public const int UsualRows = 27_455;

    /// <summary>The most epochs that a run with so many images an epoch may have.</summary>
    public static int MostEpochs(int? trainLimit, int? rows, long maxImages) =>
        (int)Math.Clamp(maxImages / Images(trainLimit, rows), 1, TrainingLimits.MaxEpochs);

    /// <summary>Null if the run is within the limit.</summary>
    public static SettingFault? Fault(TrainingSettings settings, int? rows, long maxImages)
    {
        var (images, most) = (Images(settings.TrainLimit, rows), MostEpochs(settings.TrainLimit, rows, maxImages));
        return settings.Epochs <= most ? null : new("epochs", FormattableString.Invariant(
            $"epochs is from {TrainingLimits.MinEpochs} to {most} with {images} images in each: a run trains on at most {maxImages} images"), most);
    }

    private static int Images(int? trainLimit, int? rows) => Math.Max(1, Math.Min(trainLimit ?? int.MaxValue, rows ?? UsualRows));
}
