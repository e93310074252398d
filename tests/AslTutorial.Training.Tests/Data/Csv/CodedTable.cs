using AslTutorial.Training.Data;
using AslTutorial.Training.Data.Csv;

namespace AslTutorial.Training.Tests.Data.Csv;

/// <summary>Images as a file of either coding would hold them.</summary>
internal static class CodedTable
{
    /// <summary>Without the one letter whose label would tell the coding.</summary>
    private static readonly byte[] Silent = [9, 23];

    public static CsvTable Of(ImageSet images, LabelCoding coding, string file = "t.csv") => new(
        file, images.Pixels, [.. images.Labels.Select(label => (byte)(label + (coding == LabelCoding.Alphabet && label >= 9 ? 1 : 0)))]);

    /// <summary>Images of which each letter's have a pattern of their own under as much noise.</summary>
    public static ImageSet Images(int count, int seed)
    {
        var patterns = Enumerable.Range(0, 24).Select(letter => Bytes(letter)).ToList();
        byte[] labels = [.. Enumerable.Range(0, count).Select(row => (byte)(row % patterns.Count))];
        return new([.. labels.SelectMany((label, row) => patterns[label].Zip(Bytes((seed * 10_000) + row), (a, b) => (byte)((a + b) / 2)))], labels);
    }

    private static byte[] Bytes(int seed)
    {
        var bytes = new byte[ImageSet.PixelsPerImage];
#pragma warning disable CA5394 // patterns, not secrets
        new Random(seed).NextBytes(bytes);
#pragma warning restore CA5394
        return bytes;
    }

    /// <summary>Some rows, without the letters K and Y.</summary>
    public static ImageSet Part(ImageSet images, int first, int count)
    {
        var rows = Enumerable.Range(first, Math.Min(count, images.Count - first)).Where(row => !Silent.Contains(images.Labels[row])).ToList();
        return new(
            [.. rows.SelectMany(row => images.Pixels.Skip(row * ImageSet.PixelsPerImage).Take(ImageSet.PixelsPerImage))],
            [.. rows.Select(row => images.Labels[row])]);
    }
}
