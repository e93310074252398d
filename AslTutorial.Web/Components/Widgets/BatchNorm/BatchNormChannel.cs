namespace AslTutorial.Web.Components.Widgets.BatchNorm;

/// <summary>One channel of nn.BatchNorm2d with its defaults: eps 1e-5, momentum 0.1, a running average that starts at mean 0 and variance 1.</summary>
internal sealed class BatchNormChannel
{
    public const double Epsilon = 1e-5;
    public const double Momentum = 0.1;

    public double RunningMean { get; private set; }

    public double RunningVariance { get; private set; } = 1;

    /// <summary>Number of batches in the running average.</summary>
    public int Steps { get; private set; }

    /// <summary>Normalises with the batch's own statistics (train) or the running average (eval); changes no state.</summary>
    public BatchNormPass Forward(IReadOnlyList<double> values, bool training, double gamma, double beta)
    {
        var statistics = ChannelStatistics.Of(values);
        var (mean, variance) = training ? (statistics.Mean, statistics.Variance) : (RunningMean, RunningVariance);
        var normalised = values.Select(v => (v - mean) / Math.Sqrt(variance + Epsilon)).ToArray();
        return new(mean, variance, normalised, Array.ConvertAll(normalised, v => (gamma * v) + beta));
    }

    /// <summary>Updates the running average as a training pass does; like torch with the unbiased variance.</summary>
    public void Learn(IReadOnlyList<double> values)
    {
        var statistics = ChannelStatistics.Of(values);
        var unbiased = statistics.Variance * values.Count / (values.Count - 1);
        RunningMean += Momentum * (statistics.Mean - RunningMean);
        RunningVariance += Momentum * (unbiased - RunningVariance);
        Steps++;
    }
}
