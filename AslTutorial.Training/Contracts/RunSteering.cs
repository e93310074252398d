namespace AslTutorial.Training.Contracts;

/// <summary>Every change of a run's learning rate, with its batch: a run with the same settings and these repeats it bit for bit.</summary>
/// <param name="Rates">In the order of the batches, at most one for each.</param>
public sealed record RunSteering(IReadOnlyList<RateChange> Rates)
{
    /// <summary>The rate that a batch is made with.</summary>
    /// <param name="initial">The one that the run began with.</param>
    public static double RateAt(RunSteering? steering, double initial, int epoch, int batch) =>
        steering?.Rates.LastOrDefault(change => change.IsBy(epoch, batch))?.LearningRate ?? initial;

    /// <summary>
    /// From that batch on with another rate. Changes that were planned for later are gone: who takes the helm steers from
    /// there on. Null where no change is left.
    /// </summary>
    public static RunSteering? Change(RunSteering? before, double initial, int epoch, int batch, double rate)
    {
        List<RateChange> kept = [.. (before?.Rates ?? []).Where(change => change.IsBy(epoch, batch - 1))];
        if (!(kept is [.., var last] ? last.LearningRate : initial).Equals(rate))
        {
            kept.Add(new(epoch, batch, rate));
        }

        return kept.Count == 0 ? null : new(kept);
    }

    /// <summary>What was changed before an epoch began; null for nothing.</summary>
    public static RunSteering? Before(RunSteering? steering, int epoch) =>
        steering?.Rates.Where(change => change.Epoch < epoch).ToList() is { Count: > 0 } earlier ? new(earlier) : null;

    /// <summary>Why it cannot be trained with, one English sentence, or null.</summary>
    public string? Fault()
    {
        if (Rates is null or { Count: 0 or > TrainingLimits.MaxRateChanges })
        {
            return $"steering has from 1 to {TrainingLimits.MaxRateChanges} changes of the learning rate";
        }

        RateChange? before = null;
        foreach (var change in Rates)
        {
            if (change is null or { Epoch: < 0 or >= TrainingLimits.MaxEpochs } or { Batch: < 0 or > TrainingLimits.MaxTrainLimit }
                || (before is not null && change.IsBy(before.Epoch, before.Batch)))
            {
                return "steering names its epochs and batches from 0 and in their order";
            }

            if (!TrainingLimits.IsLearningRate(change.LearningRate))
            {
                return FormattableString.Invariant(
                    $"steering has learning rates from {TrainingLimits.MinLearningRate} to {TrainingLimits.MaxLearningRate}, not {change.LearningRate}");
            }

            before = change;
        }

        return null;
    }

    public bool Equals(RunSteering? other) => other is not null && Rates.SequenceEqual(other.Rates);

    public override int GetHashCode() => Rates.Aggregate(0, HashCode.Combine);
}
