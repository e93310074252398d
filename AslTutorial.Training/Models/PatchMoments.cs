using static TorchSharp.torch;

namespace AslTutorial.Training.Models;

/// <summary>
/// What the CNN's first batch normalisation needs of an image: the sums over its 784 patches of 3 x 3 pixels (zero
/// outside) of the 9 pixels and of their 81 products. The sums of a batch are the sums of its images' sums, so they are
/// made once for a data set.
/// </summary>
internal static class PatchMoments
{
    public const int Count = 90;
    private const int Side = 28;
    private const int Chunk = 256;

    /// <param name="images">uint8, N x 784.</param>
    /// <returns>N x 90, float64, on the same device, for pixels scaled to 0-1.</returns>
    public static Tensor Of(Tensor images)
    {
        var count = images.shape[0];
        var moments = empty([count, Count], ScalarType.Float64, images.device);
        for (long start = 0; start < count; start += Chunk)
        {
            using var scope = NewDisposeScope();
            var chunk = images.slice(0, start, Math.Min(count, start + Chunk), 1);
            moments.slice(0, start, start + chunk.shape[0], 1).copy_(OfChunk(chunk));
        }

        return moments;
    }

    private static Tensor OfChunk(Tensor images)
    {
        var count = images.shape[0];
        var padded = zeros([count, Side + 2, Side + 2], ScalarType.Float32, images.device);
        padded.slice(1, 1, Side + 1, 1).slice(2, 1, Side + 1, 1).copy_(images.view(count, Side, Side));
        var patches = empty([count, 9, Side, Side], ScalarType.Float32, images.device);
        for (var tap = 0; tap < 9; tap++)
        {
            int row = tap / 3, column = tap % 3;
            patches.select(1, tap).copy_(padded.slice(1, row, row + Side, 1).slice(2, column, column + Side, 1));
        }

        // Whole numbers up to 784 x 255^2: float64 holds their sums exactly.
        var flat = patches.view(count, 9, Side * Side).to(ScalarType.Float64);
        var products = bmm(flat, flat.transpose(1, 2)).view(count, 81);
        return cat([flat.sum(2) / 255.0, products / (255.0 * 255.0)], 1);
    }
}
