using AslTutorial.Training.Contracts;
using static AslTutorial.Training.Contracts.ContactSheetLayout;

namespace AslTutorial.Training.Data.ContactSheets;

/// <summary>Examples of every letter on one sheet.</summary>
public static class ContactSheet
{
    /// <summary>Reads well on paper (3.6:1) and on the dark page (4.9:1), large as it is; the ground is the page's own.</summary>
    private const byte LabelGray = 0x86;

    /// <summary>Draws two blocks of twelve letters; a row is the letter and up to eight of its images, drawn by lot.</summary>
    /// <param name="set">At least one image.</param>
    /// <param name="seed">The same seed takes the same images.</param>
    /// <returns>A PNG file, gray with alpha: the ground is transparent.</returns>
    public static byte[] Render(ImageSet set, int seed)
    {
        ArgumentNullException.ThrowIfNull(set);
        var canvas = new byte[Width * Height * 2];
        for (var label = 0; label < SignClasses.Count; label++)
        {
            var (start, row) = TileAt(label, 0);
            DrawLetter(canvas, Width, label, start - LabelWidth, row);
            var taken = Take(set, label, seed);
            for (var i = 0; i < taken.Count; i++)
            {
                var (left, top) = TileAt(label, i);
                DrawImage(canvas, Width, set, taken[i], left, top);
            }
        }

        return Png.Encode(Width, Height, canvas);
    }

    /// <summary>A sample without repeats of the images of a class.</summary>
    private static List<int> Take(ImageSet set, int label, int seed)
    {
        var all = new List<int>();
        for (var i = 0; i < set.Count; i++)
        {
            if (set.Labels[i] == label)
            {
                all.Add(i);
            }
        }

        var random = SplitMix.For((ulong)seed, 0, (ulong)label);
        var count = Math.Min(Examples, all.Count);
        for (var i = 0; i < count; i++)
        {
            var other = i + random.Below(all.Count - i);
            (all[i], all[other]) = (all[other], all[i]);
        }

        return all.GetRange(0, count);
    }

    private static void DrawLetter(byte[] canvas, int width, int label, int left, int top)
    {
        top += (Tile - (Glyphs.Height * Dot)) / 2;
        for (var y = 0; y < Glyphs.Height; y++)
        {
            for (var x = 0; x < Glyphs.Width; x++)
            {
                if (Glyphs.HasDot(label, x, y))
                {
                    Fill(canvas, width, left + (x * Dot), top + (y * Dot), Dot, LabelGray);
                }
            }
        }
    }

    private static void DrawImage(byte[] canvas, int width, ImageSet set, int index, int left, int top)
    {
        var image = set.Pixels.AsSpan(index * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage);
        for (var i = 0; i < image.Length; i++)
        {
            Fill(canvas, width, left + (i % ImageSet.Side * Zoom), top + (i / ImageSet.Side * Zoom), Zoom, image[i]);
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
