using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Data;
using AslTutorial.Training.Data.ContactSheets;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>Draws images side by side, each with its letter below; gray with alpha, so that the ground is the page's own.</summary>
internal static class HandGrid
{
    /// <summary>More are not drawn; 64 in rows of 8 still fit on a screen.</summary>
    public const int MaxImages = 64;

    private const int Columns = 8;
    private const int Zoom = 2;
    private const int Tile = ImageSet.Side * Zoom;
    private const int Gap = 6;
    private const int Dot = 2;
    private const int Caption = (Glyphs.Height * Dot) + Gap;

    /// <summary>Legible on light and on dark ground.</summary>
    private const byte CaptionGray = 0x86;

    /// <param name="pixels">Image after image, 784 bytes each.</param>
    /// <param name="labels">One for each image; those that are no class have no letter.</param>
    public static CellImage Draw(ReadOnlySpan<byte> pixels, IReadOnlyList<long> labels)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, labels.Count * ImageSet.PixelsPerImage, nameof(pixels));
        var count = Math.Min(labels.Count, MaxImages);
        var rows = (count + Columns - 1) / Columns;
        var width = (Math.Min(count, Columns) * (Tile + Gap)) - Gap;
        var height = (rows * (Tile + Gap + Caption)) - Gap;
        var canvas = new byte[width * height * 2];
        for (var i = 0; i < count; i++)
        {
            var (left, top) = (i % Columns * (Tile + Gap), i / Columns * (Tile + Gap + Caption));
            var image = pixels.Slice(i * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage);
            for (var p = 0; p < image.Length; p++)
            {
                Fill(canvas, width, left + (p % ImageSet.Side * Zoom), top + (p / ImageSet.Side * Zoom), Zoom, image[p]);
            }

            DrawLetter(canvas, width, labels[i], left + ((Tile - (Glyphs.Width * Dot)) / 2), top + Tile + Gap);
        }

        var letters = string.Concat(labels.Take(count).Select(Letter));
        var shown = count < labels.Count ? $"the first {count} of {labels.Count}" : $"{count}";
        return new(Png.Encode(width, height, canvas), width, height, letters, labels.Count, $"Hands, {shown}: {string.Join(' ', letters.AsEnumerable())}");
    }

    private static char Letter(long label) => label is >= 0 and < SignClasses.Count ? SignClasses.Letters[(int)label] : '?';

    private static void DrawLetter(byte[] canvas, int width, long label, int left, int top)
    {
        if (Letter(label) == '?')
        {
            return;
        }

        for (var y = 0; y < Glyphs.Height; y++)
        {
            for (var x = 0; x < Glyphs.Width; x++)
            {
                if (Glyphs.HasDot((int)label, x, y))
                {
                    Fill(canvas, width, left + (x * Dot), top + (y * Dot), Dot, CaptionGray);
                }
            }
        }
    }

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
