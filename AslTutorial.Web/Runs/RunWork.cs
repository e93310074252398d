using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>How much a run has to compute.</summary>
internal static class RunWork
{
    /// <summary>The training images of the course's data set, while no trainer has said how many there are.</summary>
    public const int UsualRows = 27_455;

    /// <summary>The most epochs that a run may have, of so many images each.</summary>
    public static int MostEpochs(int? trainLimit, int? rows, long maxImages) =>
        (int)Math.Clamp(maxImages / Images(trainLimit, rows), 1, TrainingLimits.MaxEpochs);

    /// <summary>Null where the run is within the ceiling.</summary>
    public static SettingFault? Fault(TrainingSettings settings, int? rows, long maxImages)
    {
        var (images, most) = (Images(settings.TrainLimit, rows), MostEpochs(settings.TrainLimit, rows, maxImages));
        return settings.Epochs <= most ? null : new("epochs", FormattableString.Invariant(
            $"epochs is from {TrainingLimits.MinEpochs} to {most} with {images} images in each: a run trains on at most {maxImages} images"), most);
    }

    private static int Images(int? trainLimit, int? rows) => Math.Max(1, Math.Min(trainLimit ?? int.MaxValue, rows ?? UsualRows));
}
