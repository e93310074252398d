namespace AslTutorial.Web.Components.Widgets.Linear;

/// <summary>One unit of nn.Linear: a weight for each feature, a bias, and ReLU after it.</summary>
internal sealed class WeightedSum(double[] features, double[] weights, double bias)
{
    /// <summary>The largest absolute number that the reader may enter.</summary>
    public const double Limit = 99;

    public double[] Features { get; } = features;

    public double[] Weights { get; } = weights;

    public double Bias { get; set; } = bias;

    public double Product(int at) => Features[at] * Weights[at];

    public double Sum => Enumerable.Range(0, Features.Length).Sum(Product) + Bias;

    public double Activation => Math.Max(0, Sum);
}
