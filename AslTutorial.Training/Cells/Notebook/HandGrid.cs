using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Data;
using AslTutorial.Training.Data.ContactSheets;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>Draws images side by side, with room below each for the letter that the page writes there; gray with alpha, so that the ground is the page's own.</summary>
internal static class HandGrid
{
    /// <summary>More are not drawn; 64 in rows of 8 still fit on a screen.</summary>
    public const int MaxImages = 64;

    /// <param name="pixels">Image after image, 784 bytes each.</param>
    /// <param name="labels">One for each image; those that are no class have no letter.</param>
    public static CellImage Draw(ReadOnlySpan<byte> pixels, IReadOnlyList<long> labels)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, labels.Count * ImageSet.PixelsPerImage, nameof(pixels));
        var count = Math.Min(labels.Count, MaxImages);
        var (width, height) = (HandGridLayout.Width(count), HandGridLayout.Height(count));
        var canvas = new byte[width * height * 2];
        for (var i = 0; i < count; i++)
        {
            var (left, top) = HandGridLayout.At(i);
            var image = pixels.Slice(i * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage);
            for (var p = 0; p < image.Length; p++)
            {
                Fill(canvas, width, left + (p % ImageSet.Side * HandGridLayout.Zoom), top + (p / ImageSet.Side * HandGridLayout.Zoom), HandGridLayout.Zoom, image[p]);
            }
        }

        var letters = string.Concat(labels.Take(count).Select(Letter));
        var shown = count < labels.Count ? $"the first {count} of {labels.Count}" : $"{count}";
        return new(Png.Encode(width, height, canvas), width, height, letters, labels.Count, $"Hands, {shown}: {string.Join(' ', letters.AsEnumerable())}");
    }

    private static char Letter(long label) => label is >= 0 and < SignClasses.Count ? SignClasses.Letters[(int)label] : '?';

    private static void Fill(byte[] canvas, int width, int left, int top, int side, byte gray)
    {
        for (var y = top; y < top + side; y++)
        {
            var row = canvas.AsSpan(((y * width) + left) * 2, side * 2);
            for (var x = 0; x < row.Length; x += 2)
            {
                row[x] = gray;
                row[x + 1] = byte.MaxValue;
            }
        }
    }
}
