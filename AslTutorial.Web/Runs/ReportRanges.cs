using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>Checks trainers' reports: a key lets a machine in but does not prove that its program can be trusted.</summary>
internal static class ReportRanges
{
    public const int MaxDevice = 100;
    public const int MaxFailure = 400;
    public const int MaxFault = 300;
    public const int MaxRows = 10_000_000;

    private const int MaxBatches = 10_000_000;
    private const double MaxSeconds = 1e9;
    private const double MaxRate = 1e12;

    /// <summary>A learner's own function may divide by the wrong count; this is far above any such accuracy.</summary>
    private const double MaxAccuracy = 1e6;

    /// <summary>Losses are sums of 32-bit numbers.</summary>
    private const double MaxLoss = float.MaxValue * 1e6;

    public static bool IsSound(BatchProgress p) => p.Epoch is >= 0 and < TrainingLimits.MaxEpochs
        && p.Batch is >= 0 and <= MaxBatches && p.Batches is >= 0 and <= MaxBatches
        && IsWithin(p.TrainLoss, MaxLoss) && IsWithin(p.TrainAccuracy, MaxAccuracy)
        && IsWithin(p.ImagesPerSecond, MaxRate) && IsWithin(p.EtaSeconds, MaxSeconds);

    /// <param name="done">Number of epochs known so far: valid are the next one and repeats of these.</param>
    /// <param name="isOwn">Whether the learner's own functions train: they may give accuracies above 1.</param>
    public static bool IsSound(EpochResult e, int done, bool isOwn)
    {
        var most = isOwn ? MaxAccuracy : 1;
        return e.Epoch >= 0 && e.Epoch <= done
            && IsWithin(e.TrainLossSum, MaxLoss) && IsWithin(e.TrainLoss, MaxLoss) && IsWithin(e.ValidLossSum, MaxLoss) && IsWithin(e.ValidLoss, MaxLoss)
            && e.TrainAccuracy >= 0 && IsWithin(e.TrainAccuracy, most) && e.ValidAccuracy >= 0 && IsWithin(e.ValidAccuracy, most)
            && e.Seconds >= 0 && IsWithin(e.Seconds, MaxSeconds) && e.TrainSeconds >= 0 && IsWithin(e.TrainSeconds, MaxSeconds)
            && IsText(e.Device, MaxDevice);
    }

    public static bool IsSound(ConfusionMatrix confusion) =>
        confusion.Counts is { Length: SignClasses.Count * SignClasses.Count } counts && Array.TrueForAll(counts, count => count is >= 0 and <= MaxRows);

    /// <summary>The end of a run must not be refused, so invalid values in it are replaced.</summary>
    public static RunFailure Tidy(RunFailure failure) => new(
        RunFailureCodes.All.Contains(failure.Code) ? failure.Code : RunFailureCodes.Internal,
        OneLine(failure.Text, MaxFailure),
        failure.Epoch is >= 0 and < TrainingLimits.MaxEpochs ? failure.Epoch : null,
        failure.Batch is >= 0 and <= MaxBatches ? failure.Batch : null);

    // Every comparison with NaN is false, so NaN is out of range.
    private static bool IsWithin(double number, double most) => Math.Abs(number) <= most;

    /// <summary>Whether it is one non-empty line of at most <paramref name="most"/> characters.</summary>
    public static bool IsText(string? text, int most) =>
        text is { Length: > 0 } && text.Length <= most && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c));

    /// <summary>What of a trainer's words is kept, shown or logged.</summary>
    public static string OneLine(string? text, int most)
    {
        var line = string.Concat((text ?? "").Take(most).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)).Trim();
        return line.Length == 0 ? "The trainer gave no reason." : line;
    }
}
