using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace AslTutorial.Training.Looks.Views;

/// <summary>Parts of a net, in full precision.</summary>
internal static class PartLooks
{
    /// <summary>
    /// One map: kernel F32 [in, k, k], bias F32 [1], batchnorm F32 [4] (gamma, beta, mean, variance), inputs F32 [in, H, W], conv and
    /// norm F32 [H, W], pool F32 [H/2, W/2], strength F32 [in]: the mean size of what each input map adds to a pixel.
    /// </summary>
    public static LookFile Map(LookOrder order, LookedNet net, ImageSet images)
    {
        var (block, channel) = (order.Layer, order.Channel);
        var inputs = LookImages.Of(images, order.Image).view(1, 1, ImageSet.Side, ImageSet.Side);
        for (var before = 1; before < block; before++)
        {
            inputs = net.Block(inputs, before);
        }

        var convolved = net.Convolve(inputs, block);
        var normalized = net.Normalize(convolved, block);
        var kernel = net.Kernels(block)[channel];
        // Each input map with its own slice of the kernel: their sum is the convolution.
        var shares = functional.conv2d(inputs, Slices(kernel), null, [1, 1], [1, 1], groups: kernel.shape[0])[0];
        var (gamma, beta, mean, variance) = net.Norm(block);
        return new LookFile()
            .Add("kernel", kernel)
            .Add("bias", net.Biases(block).slice(0, channel, channel + 1, 1))
            .Add("batchnorm", stack([gamma[channel], beta[channel], mean[channel], variance[channel]]))
            .Add("inputs", inputs[0])
            .Add("conv", convolved[0][channel])
            .Add("norm", normalized[0][channel])
            .Add("pool", LookedNet.Pool(normalized)[0][channel])
            .Add("strength", shares.abs().mean([1L, 2L]));
    }

    /// <summary>kernels F32 [out, in, k, k].</summary>
    public static LookFile Kernels(LookOrder order, LookedNet net) => new LookFile().Add("kernels", net.Kernels(order.Layer));

    /// <summary>One unit of a hidden Linear layer: weights F32 [inputs], bias F32 [1], outgoing F32 [units of the next layer].</summary>
    public static LookFile Unit(LookOrder order, LookedNet net)
    {
        var (weight, bias) = net.Linear(order.Layer);
        return new LookFile()
            .Add("weights", weight[order.Channel])
            .Add("bias", bias.slice(0, order.Channel, order.Channel + 1, 1))
            .Add("outgoing", net.Linear(order.Layer + 1).Weight.select(1, order.Channel));
    }

    /// <summary>A letter's row of the last layer: weights F32 [units before it], bias F32 [1].</summary>
    public static LookFile Letter(LookOrder order, LookedNet net)
    {
        var (weight, bias) = net.Linear(net.LinearLayers);
        return new LookFile().Add("weights", weight[order.Letter]).Add("bias", bias.slice(0, order.Letter, order.Letter + 1, 1));
    }

    /// <summary>in x 1 x k x k, channels-last.</summary>
    private static Tensor Slices(Tensor kernel)
    {
        var (inputs, side) = (kernel.shape[0], kernel.shape[1]);
        // A copy: as_strided begins where the memory does, and not where a view of it does.
        return kernel.contiguous().clone().as_strided([inputs, 1, side, side], [side * side, 1, side, 1]);
    }
}
