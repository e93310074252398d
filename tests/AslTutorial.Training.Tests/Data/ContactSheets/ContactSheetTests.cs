using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Data.ContactSheets;

namespace AslTutorial.Training.Tests.Data.ContactSheets;

public sealed class ContactSheetTests
{
    private const int Tile = ImageSet.Side * ContactSheetLayout.Zoom;

    [Fact]
    public void Render_AnySet_IsAValidPng()
    {
        var png = new ReadPng(ContactSheet.Render(Images(24 * 10), seed: 1));

        png.Chunks.ShouldBe(["IHDR", "IDAT", "IEND"]);
        png.Width.ShouldBeGreaterThan(2 * ContactSheetLayout.Examples * Tile);
        png.Height.ShouldBeGreaterThan(12 * Tile);
    }

    [Fact]
    public void Render_EveryLetter_ShowsItsLabelAndOnlyItsImages()
    {
        // Each image is all of one gray, which names its class.
        var png = new ReadPng(ContactSheet.Render(Images(24 * 10), seed: 1));

        for (var label = 0; label < 24; label++)
        {
            var (left, top) = ContactSheetLayout.TileAt(label, 0);
            Dots(png, left - ContactSheetLayout.LabelWidth, top).ShouldBe(Letter(label), $"letter {label}");
            for (var example = 0; example < ContactSheetLayout.Examples; example++)
            {
                (left, top) = ContactSheetLayout.TileAt(label, example);
                foreach (var (x, y) in new[] { (0, 0), (Tile - 1, Tile - 1), (Tile / 2, 3) })
                {
                    (png.Pixels[top + y, left + x, 0], png.Pixels[top + y, left + x, 1]).ShouldBe((Gray(label), byte.MaxValue));
                }

                png.Pixels[top, left - 1, 1].ShouldBe((byte)0, "the ground between tiles is transparent");
            }
        }
    }

    [Fact]
    public void Render_AnImage_KeepsItsPixelsAsSquares()
    {
        var pixels = Enumerable.Range(0, ImageSet.PixelsPerImage).Select(i => (byte)(i * 7)).ToArray();
        var png = new ReadPng(ContactSheet.Render(new ImageSet(pixels, [5]), seed: 1));

        var (left, top) = ContactSheetLayout.TileAt(5, 0);
        for (var y = 0; y < Tile; y++)
        {
            for (var x = 0; x < Tile; x++)
            {
                png.Pixels[top + y, left + x, 0].ShouldBe(pixels[(y / ContactSheetLayout.Zoom * ImageSet.Side) + (x / ContactSheetLayout.Zoom)]);
            }
        }

        (left, top) = ContactSheetLayout.TileAt(5, 1);
        png.Pixels[top, left, 1].ShouldBe((byte)0, "a class with one image fills one tile");
    }

    [Fact]
    public void Render_Seed_DecidesTheExamples()
    {
        var set = new ImageSet([.. Enumerable.Range(0, 100 * ImageSet.PixelsPerImage).Select(i => (byte)(i / ImageSet.PixelsPerImage))], new byte[100]);

        ContactSheet.Render(set, 1).ShouldBe(ContactSheet.Render(set, 1));
        ContactSheet.Render(set, 1).ShouldNotBe(ContactSheet.Render(set, 2));
    }

    [Fact]
    public void Render_SmallClass_RepeatsNoImage()
    {
        var set = new ImageSet([.. Enumerable.Range(0, ContactSheetLayout.Examples * ImageSet.PixelsPerImage).Select(i => (byte)(i / ImageSet.PixelsPerImage))], new byte[ContactSheetLayout.Examples]);
        var png = new ReadPng(ContactSheet.Render(set, 7));

        Enumerable.Range(0, ContactSheetLayout.Examples).Select(i => ContactSheetLayout.TileAt(0, i)).Select(at => (int)png.Pixels[at.Top, at.Left, 0]).Order()
            .ShouldBe(Enumerable.Range(0, ContactSheetLayout.Examples));
    }

    private static byte Gray(int label) => (byte)(10 + (label * 10));

    private static ImageSet Images(int count)
    {
        var labels = Enumerable.Range(0, count).Select(i => (byte)(i % 24)).ToArray();
        return new ImageSet([.. labels.SelectMany(label => Enumerable.Repeat(Gray(label), ImageSet.PixelsPerImage))], labels);
    }

    /// <summary>Which dots of a letter's place are set.</summary>
    private static string Dots(ReadPng png, int left, int top)
    {
        top += (Tile - (Glyphs.Height * ContactSheetLayout.Dot)) / 2;
        return string.Concat(Enumerable.Range(0, Glyphs.Height * Glyphs.Width).Select(i =>
            png.Pixels[top + (i / Glyphs.Width * ContactSheetLayout.Dot) + 1, left + (i % Glyphs.Width * ContactSheetLayout.Dot) + 1, 1] == 0 ? '0' : '1'));
    }

    private static string Letter(int label) => string.Concat(Enumerable.Range(0, Glyphs.Height * Glyphs.Width).Select(i =>
        Glyphs.HasDot(label, i % Glyphs.Width, i / Glyphs.Width) ? '1' : '0'));
}
