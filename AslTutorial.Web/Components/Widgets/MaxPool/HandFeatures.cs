using AslTutorial.Web.Components.Widgets.Conv2d;

namespace AslTutorial.Web.Components.Widgets.MaxPool;

/// <summary>The hand's feature map (vertical edges, after ReLU), and crops of it.</summary>
internal static class HandFeatures
{
    public const int CropSide = 8;

    /// <summary>How far the hand can be moved so that the crop is still inside the map.</summary>
    public const int MaxShift = 2;

    private const int Top = 10;
    private const int Left = 12;

    private static readonly ConvolutionShape Shape = new(HandImage.Side, Kernel: 3, Stride: 1, Padding: 1);

    private static readonly double[] Map = Array.ConvertAll(
        Convolution.Apply(HandImage.Pixels, KernelPresets.Weights(KernelPreset.Upright, Shape.Kernel), Shape),
        value => Math.Max(0, value));

    /// <summary>8 x 8 numbers at the fingers' base, with the hand moved so many pixels to the right and down.</summary>
    public static double[] Crop(int right = 0, int down = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(right), MaxShift, nameof(right));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(down), MaxShift, nameof(down));
        return [.. Enumerable.Range(0, CropSide * CropSide).Select(at =>
            Map[((Top - down + (at / CropSide)) * Shape.OutputSide) + Left - right + (at % CropSide)])];
    }
}
