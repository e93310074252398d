namespace AslTutorial.Web.Lessons.Dense;

/// <summary>A unit of the first layer: a weight for each pixel, and a bias.</summary>
internal sealed class DenseUnit
{
    /// <param name="largest">The largest absolute weight.</param>
    /// <param name="weights">Base64: each weight as a signed byte, in 127ths of the largest, row-major.</param>
    public DenseUnit(double largest, double bias, string weights)
    {
        Weights = Array.ConvertAll(Convert.FromBase64String(weights), value => (sbyte)value * largest / sbyte.MaxValue);
        Bias = bias;
    }

    public IReadOnlyList<double> Weights { get; }

    public double Bias { get; }

    /// <summary>The unit's output before the activation, for pixels between 0 and 1.</summary>
    public double Sum(IReadOnlyList<double> pixels) => Bias + Weights.Zip(pixels, (weight, pixel) => weight * pixel).Sum();
}
