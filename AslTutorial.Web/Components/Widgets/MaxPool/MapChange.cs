namespace AslTutorial.Web.Components.Widgets.MaxPool;

/// <summary>How much a map differs from an earlier one.</summary>
/// <param name="Changed">How many numbers differ.</param>
/// <param name="Count">How many numbers there are.</param>
/// <param name="Share">The sum of absolute differences, relative to the sum of the earlier numbers.</param>
public readonly record struct MapChange(int Changed, int Count, double Share)
{
    public static MapChange Between(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        var differences = before.Zip(after, (b, a) => Math.Abs(a - b)).ToList();
        var sum = before.Sum(Math.Abs);
        return new(differences.Count(d => d > 0), before.Count, sum == 0 ? 0 : differences.Sum() / sum);
    }
}
