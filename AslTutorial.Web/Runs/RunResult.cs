using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>
/// A run's result so far, in the form section 3.5.1 asks for: the last epoch, and the range of the validation accuracy.
/// The range leaves out the first epoch, when the net has only begun to learn. Accuracies are from 0 to 1.
/// </summary>
/// <param name="Epoch">The last epoch, counted from 0.</param>
/// <param name="ValidAccuracy">After the last epoch.</param>
/// <param name="Lowest">Lowest validation accuracy after the first epoch; null if there is none.</param>
/// <param name="Highest">Highest validation accuracy after the first epoch; null if there is none.</param>
/// <param name="TrainAccuracy">In the last epoch.</param>
public sealed record RunResult(int Epoch, double ValidAccuracy, double? Lowest = null, double? Highest = null, double TrainAccuracy = 0)
{
    /// <summary>Whether there are enough epochs for a range.</summary>
    public bool HasRange => Epoch > 1 && Lowest is not null;

    /// <param name="epochs">In order.</param>
    public static RunResult? Of(IReadOnlyList<EpochResult> epochs) => epochs.Aggregate((RunResult?)null, After);

    /// <param name="before">Null before the first epoch.</param>
    public static RunResult After(RunResult? before, EpochResult epoch) => epoch.Epoch == 0
        ? new(0, epoch.ValidAccuracy, TrainAccuracy: epoch.TrainAccuracy)
        : new(
            epoch.Epoch,
            epoch.ValidAccuracy,
            Math.Min(before?.Lowest ?? epoch.ValidAccuracy, epoch.ValidAccuracy),
            Math.Max(before?.Highest ?? epoch.ValidAccuracy, epoch.ValidAccuracy),
            epoch.TrainAccuracy);
}
