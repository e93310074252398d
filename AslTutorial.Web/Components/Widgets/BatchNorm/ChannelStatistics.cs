namespace AslTutorial.Web.Components.Widgets.BatchNorm;

/// <summary>Mean and (biased) variance of all numbers of a channel, as the layer uses them.</summary>
public readonly record struct ChannelStatistics(double Mean, double Variance)
{
    public double Deviation => Math.Sqrt(Variance);

    public static ChannelStatistics Of(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return new(mean, values.Average(v => (v - mean) * (v - mean)));
    }
}
