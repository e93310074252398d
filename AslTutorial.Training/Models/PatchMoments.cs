using System.Runtime.Intrinsics;
using AslTutorial.Training.Data;

namespace AslTutorial.Training.Models;

/// <summary>
/// What the CNN's first batch normalisation needs of an image: the sums over its 784 patches of 3 x 3 pixels (zero
/// outside) of the 9 pixels and of their 81 products. The sums of a batch are the sums of its images' sums, so they are
/// made once for a data set.
/// </summary>
internal static class PatchMoments
{
    /// <summary>9 sums and 81 products, row-major.</summary>
    public const int Count = Taps + (Taps * Taps);

    private const int Taps = 9;
    private const int Side = ImageSet.Side;
    private const int Lanes = 16;

    // A row of 28 pixels, read as two vectors of 16 from each of three columns, fits into 34 numbers.
    private const int Stride = 36;

    private static readonly Vector512<float> LastLanes = Vector512.LessThan(Vector512<float>.Indices, Vector512.Create((float)(Side - Lanes)));

    /// <param name="pixels">N x 784 bytes.</param>
    /// <returns>N x 90, for pixels scaled to 0-1.</returns>
    public static double[] Of(ReadOnlySpan<byte> pixels)
    {
        var count = pixels.Length / ImageSet.PixelsPerImage;
        var moments = new double[count * Count];
        Span<float> padded = stackalloc float[((Side + 2) * Stride) + Lanes];
        padded.Clear();
        for (var image = 0; image < count; image++)
        {
            Pad(pixels.Slice(image * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage), padded);
            AddUp(padded, moments.AsSpan(image * Count, Count));
        }

        return moments;
    }

    private static void Pad(ReadOnlySpan<byte> image, Span<float> padded)
    {
        for (var row = 0; row < Side; row++)
        {
            var target = padded.Slice(((row + 1) * Stride) + 1, Side);
            var source = image.Slice(row * Side, Side);
            for (var column = 0; column < Side; column++)
            {
                target[column] = source[column];
            }
        }
    }

    private static void AddUp(ReadOnlySpan<float> padded, Span<double> moments)
    {
        // A lane adds up at most 56 whole numbers of at most 255 squared: float32 holds that exactly.
        Span<Vector512<float>> sums = stackalloc Vector512<float>[Count];
        Span<Vector512<float>> patch = stackalloc Vector512<float>[2 * Taps];
        sums.Clear();
        for (var row = 0; row < Side; row++)
        {
            Load(padded[(row * Stride)..], patch);
            for (var a = 0; a < Taps; a++)
            {
                Vector512<float> left = patch[2 * a], right = patch[(2 * a) + 1];
                sums[a] += left + right;
                for (var b = a; b < Taps; b++)
                {
                    sums[Taps + (a * Taps) + b] += (left * patch[2 * b]) + (right * patch[(2 * b) + 1]);
                }
            }
        }

        for (var a = 0; a < Taps; a++)
        {
            moments[a] = Vector512.Sum(sums[a]) / 255.0;
            for (var b = a; b < Taps; b++)
            {
                moments[Taps + (a * Taps) + b] = moments[Taps + (b * Taps) + a] = Total(sums[Taps + (a * Taps) + b]) / (255.0 * 255.0);
            }
        }
    }

    /// <summary>The nine taps' values for a row of 28 patches, two vectors each.</summary>
    private static void Load(ReadOnlySpan<float> rows, Span<Vector512<float>> patch)
    {
        for (var tap = 0; tap < Taps; tap++)
        {
            var values = rows.Slice(((tap / 3) * Stride) + (tap % 3), 2 * Lanes);
            patch[2 * tap] = Vector512.Create(values);
            patch[(2 * tap) + 1] = Vector512.Create(values[Lanes..]) & LastLanes;
        }
    }

    private static double Total(Vector512<float> lanes)
    {
        // In float64: the whole sum may pass 2^24.
        var (low, high) = Vector512.Widen(lanes);
        return Vector512.Sum(low + high);
    }
}
