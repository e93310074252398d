namespace AslTutorial.Web.Components.Widgets.Conv2d;

/// <summary>Kernels worth trying, in the sizes that the widget offers.</summary>
internal static class KernelPresets
{
    /// <summary>Binomial blur: the weights sum to 1 and are exact with four decimals.</summary>
    private static readonly double[] Blur3 = [0.0625, 0.125, 0.0625, 0.125, 0.25, 0.125, 0.0625, 0.125, 0.0625];

    /// <summary>Whether the preset is impossible with this size: a kernel of one weight has no neighbours to compare or mix.</summary>
    public static bool IsBeyond(KernelPreset preset, int size) => size == 1 && preset is not (KernelPreset.Identity or KernelPreset.Own);

    public static double[] Weights(KernelPreset preset, int size) => IsBeyond(preset, size)
        ? Weights(KernelPreset.Identity, size)
        : preset switch
        {
            // The lesson's kernel: 1 on the left, −1 on the right, so large where brightness falls.
            KernelPreset.Upright => Fill(size, (_, x) => Math.Sign((size / 2) - x)),
            KernelPreset.Level => Fill(size, (y, _) => Math.Sign((size / 2) - y)),
            KernelPreset.Blur when size == 3 => [.. Blur3],
            KernelPreset.Blur => Fill(size, (_, _) => 1.0 / (size * size)),
            KernelPreset.Sharpen when size == 3 => [0, -1, 0, -1, 5, -1, 0, -1, 0],
            // Twice the image minus its blur.
            KernelPreset.Sharpen => Fill(size, (y, x) => (IsCentre(size, y, x) ? 2 : 0) - (1.0 / (size * size))),
            _ => Fill(size, (y, x) => IsCentre(size, y, x) ? 1 : 0),
        };

    private static bool IsCentre(int size, int y, int x) => y == size / 2 && x == size / 2;

    private static double[] Fill(int size, Func<int, int, double> weight) =>
        [.. Enumerable.Range(0, size * size).Select(k => weight(k / size, k % size))];
}
