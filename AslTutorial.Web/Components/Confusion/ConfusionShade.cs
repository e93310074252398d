namespace AslTutorial.Web.Components.Confusion;

/// <summary>Colours of the confusion matrix, by the square root of the cell's share, so that few errors are visible too.</summary>
internal static class ConfusionShade
{
    public const int Steps = 8;

    /// <summary>The CSS classes of a cell with so many of a letter's images; null for none.</summary>
    public static string? Of(bool right, int count, int images) =>
        count == 0 ? null : Of(right, Math.Clamp((int)Math.Ceiling(Math.Sqrt((double)count / images) * Steps), 1, Steps));

    /// <param name="right">Whether the cell is on the diagonal.</param>
    /// <param name="step">1 to <see cref="Steps"/>.</param>
    public static string Of(bool right, int step) => FormattableString.Invariant($"cm-{(right ? "right" : "wrong")} cm-{step}");

    /// <summary>The largest share that still has this step's colour.</summary>
    public static double UpTo(int step) => Math.Pow((double)step / Steps, 2);
}
