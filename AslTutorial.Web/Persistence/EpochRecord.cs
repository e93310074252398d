using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Persistence;

/// <summary>A stored epoch; see <see cref="EpochResult"/> for the units.</summary>
internal sealed class EpochRecord
{
    public Guid RunId { get; init; }

    public int Epoch { get; init; }

    public double TrainLossSum { get; init; }

    public double TrainLoss { get; init; }

    public double TrainAccuracy { get; init; }

    public double ValidLossSum { get; init; }

    public double ValidLoss { get; init; }

    public double ValidAccuracy { get; init; }

    public double Seconds { get; init; }

    public double TrainSeconds { get; init; }

    public required string Device { get; init; }
}
