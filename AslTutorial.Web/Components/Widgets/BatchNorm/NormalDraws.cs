namespace AslTutorial.Web.Components.Widgets.BatchNorm;

/// <summary>Batches of standard normal numbers (Box-Muller), reproducible by seed.</summary>
internal sealed class NormalDraws(int seed)
{
    public const int BatchSize = 32;

    private readonly Random _random = new(seed);

    public double[] Next() => [.. Enumerable.Range(0, BatchSize).Select(_ =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble()))];
}
