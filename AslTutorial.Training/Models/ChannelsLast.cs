using TorchSharp;

namespace AslTutorial.Training.Models;

/// <summary>
/// The memory layout in which convolutions are right. In the default layout oneDNN pads channel counts that are not
/// multiples of 16 (25, 50 and 75 are not) with stale memory, and the results are NaN at random.
/// </summary>
internal static class ChannelsLast
{
    /// <summary>A copy with the same values and shape whose channels lie innermost; other than 4-d tensors are contiguous.</summary>
    public static torch.Tensor Copy(torch.Tensor source)
    {
        if (source.dim() != 4)
        {
            return source.contiguous().clone();
        }

        var shape = source.shape;
        long channels = shape[1], height = shape[2], width = shape[3];
        using var inner = source.permute(0, 2, 3, 1);
        using var copy = inner.contiguous().clone();

        // Said explicitly: with one channel both layouts describe the same memory and torch would pick the other.
        return copy.as_strided(shape, [height * width * channels, 1, width * channels, channels]);
    }
}
