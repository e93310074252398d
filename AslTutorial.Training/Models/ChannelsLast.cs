using TorchSharp;

namespace AslTutorial.Training.Models;

/// <summary>
/// The memory layout in which convolutions are right. In the default layout oneDNN pads channel counts that are not
/// multiples of 16 (25, 50 and 75 are not) with stale memory, and the results are NaN at random.
/// </summary>
internal static class ChannelsLast
{
    /// <summary>
    /// The strides of a tensor of that shape whose channels lie innermost; other than 4-d tensors are contiguous. Said
    /// explicitly: with one channel both layouts describe the same memory and torch would pick the other.
    /// </summary>
    public static long[] Strides(long[] shape)
    {
        if (shape is [_, var channels, var height, var width])
        {
            return [height * width * channels, 1, width * channels, channels];
        }

        var strides = new long[shape.Length];
        var stride = 1L;
        for (var dimension = shape.Length - 1; dimension >= 0; dimension--)
        {
            strides[dimension] = stride;
            stride *= shape[dimension];
        }

        return strides;
    }

    /// <summary>A copy with the same values and shape in that layout.</summary>
    public static torch.Tensor Copy(torch.Tensor source)
    {
        if (source.dim() != 4)
        {
            return source.contiguous().clone();
        }

        using var inner = source.permute(0, 2, 3, 1);
        using var copy = inner.contiguous().clone();
        return copy.as_strided(source.shape, Strides(source.shape));
    }
}
