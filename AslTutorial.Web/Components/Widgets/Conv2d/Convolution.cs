namespace AslTutorial.Web.Components.Widgets.Conv2d;

/// <summary>Convolves a one-channel image with one kernel, without bias; zeros outside the image.</summary>
internal static class Convolution
{
    /// <summary>Input and output are row-major; like torch's, it does not flip the kernel.</summary>
    public static double[] Apply(IReadOnlyList<int> pixels, IReadOnlyList<double> weights, ConvolutionShape shape)
    {
        var side = shape.OutputSide;
        var output = new double[side * side];
        for (var at = 0; at < output.Length; at++)
        {
            output[at] = WindowSum.At(pixels, weights, shape, at / side, at % side).Total;
        }

        return output;
    }
}
