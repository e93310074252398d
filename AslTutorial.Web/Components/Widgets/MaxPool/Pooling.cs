namespace AslTutorial.Web.Components.Widgets.MaxPool;

/// <summary>Pooling with non-overlapping 2 x 2 windows over a square row-major map; an odd last row and column are dropped.</summary>
internal static class Pooling
{
    public const int Window = 2;

    public static double[] Max(IReadOnlyList<double> values, int side) => Pool(values, side, window => window.Max());

    public static double[] Average(IReadOnlyList<double> values, int side) => Pool(values, side, window => window.Average());

    /// <summary>The four numbers of a window.</summary>
    public static double[] Under(IReadOnlyList<double> values, int side, int row, int column)
    {
        var first = (row * Window * side) + (column * Window);
        return [values[first], values[first + 1], values[first + side], values[first + side + 1]];
    }

    private static double[] Pool(IReadOnlyList<double> values, int side, Func<double[], double> take)
    {
        var half = side / Window;
        return [.. Enumerable.Range(0, half * half).Select(at => take(Under(values, side, at / half, at % half)))];
    }
}
