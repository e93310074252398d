namespace AslTutorial.Web.Components.Widgets.Dropout;

/// <summary>Forward passes of nn.Dropout over the same units: zeroes each number with probability p, scales the others by 1/(1 - p).</summary>
internal sealed class DropoutPasses
{
    /// <summary>Enough for the mean to settle; limits the work that a page can cause.</summary>
    public const int MaxCount = 100_000;

    private readonly double[] _sums;

    public DropoutPasses(IReadOnlyList<double> values, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        Values = values;
        Probability = probability;
        _sums = new double[values.Count];
        Last = [.. values.Select(v => (double?)v)];
    }

    public IReadOnlyList<double> Values { get; }

    public double Probability { get; }

    public double Scale => 1 / (1 - Probability);

    public int Count { get; private set; }

    /// <summary>The output of the latest pass; null for dropped units.</summary>
    public double?[] Last { get; private set; }

    public double Mean(int unit) => Count == 0 ? 0 : _sums[unit] / Count;

    public void Draw(Random random, int passes = 1)
    {
        for (var pass = 0; pass < passes && Count < MaxCount; pass++)
        {
            Last = [.. Values.Select(value => random.NextDouble() < Probability ? (double?)null : value * Scale)];
            for (var unit = 0; unit < _sums.Length; unit++)
            {
                _sums[unit] += Last[unit] ?? 0;
            }

            Count++;
        }
    }
}
