namespace AslTutorial.Web.Components.Widgets.Conv2d;

/// <summary>One image of one channel under one kernel, without bias; outside the image there are zeros.</summary>
internal static class Convolution
{
    /// <summary>Row-major in, row-major out; like torch's, it does not flip the kernel.</summary>
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
