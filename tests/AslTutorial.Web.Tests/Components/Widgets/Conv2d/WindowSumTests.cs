using AslTutorial.Web.Components.Widgets.Conv2d;

namespace AslTutorial.Web.Tests.Components.Widgets.Conv2d;

/// <summary>A window worked out, with the numbers of the lesson's figure.</summary>
public sealed class WindowSumTests
{
    private static readonly int[] Fingertip = [167, 167, 95, 175, 156, 87, 184, 148, 89];
    private static readonly double[] Upright = KernelPresets.Weights(KernelPreset.Upright, 3);

    [Fact]
    public void At_TheFiguresWindow_Gives255()
    {
        var sum = WindowSum.At(Fingertip, Upright, new(3, 3, 1, 0), 0, 0);
        sum.Rows.ShouldBe([72, 88, 95]);
        sum.Total.ShouldBe(255);
        sum.RowText(0).ShouldBe("1·167 + 0·167 − 1·95 = 72");
    }

    [Fact]
    public void At_TheCornerWithPadding_CountsZerosOutside()
    {
        var sum = WindowSum.At(Fingertip, Upright, new(3, 3, 1, 1), 0, 0);
        sum.Pixels.ShouldBe([null, null, null, null, 167, 167, null, 175, 156]);
        sum.RowText(1).ShouldBe("1·0 + 0·167 − 1·167 = −167");
        sum.Total.ShouldBe(-323);
    }

    [Fact]
    public void RowText_FirstWeightNegative_StartsWithAMinus() =>
        WindowSum.At([4], [-0.5], new(1, 1, 1, 0), 0, 0).RowText(0).ShouldBe("−0.5·4 = −2");

    [Fact]
    public void Weights_OfEveryPreset_AreExactInTheDecimalsShown()
    {
        foreach (var (preset, size) in from p in Enum.GetValues<KernelPreset>() from s in new[] { 1, 3, 5 } select (p, s))
        {
            var weights = KernelPresets.Weights(preset, size);
            weights.Length.ShouldBe(size * size);
            weights.ShouldAllBe(w => Math.Abs(Math.Round(w, WindowSum.Decimals) - w) < 1e-12);
            var expected = preset is KernelPreset.Upright or KernelPreset.Level && size > 1 ? 0 : 1;
            weights.Sum().ShouldBe(expected, 1e-9, $"{preset} {size}");
        }
    }
}
