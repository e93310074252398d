using AslTutorial.Web.Components.Widgets.Conv2d;

namespace AslTutorial.Web.Tests.Components.Widgets.Conv2d;

/// <summary>The convolution against sums worked out by hand, and the size formula against counting.</summary>
public sealed class ConvolutionTests
{
    private static readonly int[] Ramp = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    private static readonly double[] Upright = [1, 0, -1, 1, 0, -1, 1, 0, -1];

    [Fact]
    public void Apply_UprightKernelOverARamp_IsTheHandWorkedSums() =>
        // Top left: (0 − 2) + (0 − 5) with zeros around; middle: (1 − 3) + (4 − 6) + (7 − 9); bottom right: (5 − 0) + (8 − 0).
        Convolution.Apply(Ramp, Upright, new(3, 3, 1, 1)).ShouldBe([-7, -4, 7, -15, -6, 15, -13, -4, 13]);

    [Fact]
    public void Apply_WithoutPadding_IsTheMiddleAlone() =>
        Convolution.Apply(Ramp, Upright, new(3, 3, 1, 0)).ShouldBe([-6]);

    [Fact]
    public void Apply_AsymmetricKernel_IsNotFlipped() =>
        // torch correlates: the weight at the top left meets the pixel at the top left.
        Convolution.Apply(Ramp, [10, 1, 0, 0, 0, 0, 0, 0, 0], new(3, 3, 1, 0)).ShouldBe([12]);

    [Fact]
    public void Apply_StrideTwo_TakesEverySecondWindow() =>
        Convolution.Apply(Ramp, [1], new(3, 1, 2, 0)).ShouldBe([1, 3, 7, 9]);

    [Fact]
    public void OutputSide_EverySettingOfTheWidget_IsTheNumberOfWindowsThatFit()
    {
        foreach (var shape in Shapes())
        {
            var fits = Enumerable.Range(0, 100).Count(w => (w * shape.Stride) + shape.Kernel <= shape.Side + (2 * shape.Padding));
            shape.OutputSide.ShouldBe(fits, shape.ToString());
            shape.OutputSide.ShouldBe((int)Math.Floor((shape.Side + (2.0 * shape.Padding) - shape.Kernel) / shape.Stride) + 1, shape.ToString());
        }
    }

    [Theory]
    [InlineData(3, 1, 1, 28, 0, 0)]
    [InlineData(3, 1, 0, 26, 0, 0)]
    [InlineData(3, 2, 1, 14, 0, 0)] // one column of zeros is left over, no pixel
    [InlineData(3, 2, 0, 13, 1, 55)] // the last row and column: 28 + 28 − 1
    [InlineData(5, 3, 0, 8, 2, 108)] // 784 − 26 × 26
    [InlineData(1, 2, 0, 14, 1, 588)] // three of four pixels
    public void UnreadPixels_WorkedOutByHand_Agree(int kernel, int stride, int padding, int side, int lost, int unread)
    {
        var shape = new ConvolutionShape(28, kernel, stride, padding);
        shape.OutputSide.ShouldBe(side);
        shape.LostAtTheEnd.ShouldBe(lost);
        shape.UnreadPixels.ShouldBe(unread);
    }

    [Fact]
    public void UnreadPixels_EverySettingOfTheWidget_IsWhatNoOutputDependsOn()
    {
        foreach (var shape in Shapes().Select(s => s with { Side = 9 }))
        {
            var ones = Enumerable.Repeat(1.0, shape.Kernel * shape.Kernel).ToArray();
            var unread = Enumerable.Range(0, 81).Count(at =>
            {
                var pixels = new int[81];
                pixels[at] = 1;
                return Convolution.Apply(pixels, ones, shape).All(sum => sum == 0);
            });
            shape.UnreadPixels.ShouldBe(unread, shape.ToString());
        }
    }

    private static IEnumerable<ConvolutionShape> Shapes() =>
        from kernel in new[] { 1, 3, 5 }
        from stride in new[] { 1, 2, 3 }
        from padding in new[] { 0, 1, 2 }
        select new ConvolutionShape(28, kernel, stride, padding);
}
