namespace AslTutorial.Training.Contracts;

/// <summary>Where the letters and their images lie on a contact sheet, in pixels: two blocks of twelve rows.</summary>
public static class ContactSheetLayout
{
    /// <summary>Images of a letter.</summary>
    public const int Examples = 8;

    /// <summary>Each pixel of an image is a square of this side, so that it stays crisp.</summary>
    public const int Zoom = 3;

    /// <summary>The side of an image.</summary>
    public const int Tile = 28 * Zoom;

    /// <summary>The side of a dot of a drawn letter, which is five dots wide.</summary>
    public const int Dot = 4;

    /// <summary>From the left end of a row's letter to its first image.</summary>
    public const int LabelWidth = (5 * Dot) + (2 * Gap);

    private const int Blocks = 2;
    private const int RowsPerBlock = SignClasses.Count / Blocks;
    private const int Gap = 6;
    private const int BlockGap = 4 * Gap;
    private const int BlockWidth = LabelWidth + (Examples * (Tile + Gap));

    /// <summary>The width of a sheet.</summary>
    public const int Width = (Blocks * BlockWidth) + ((Blocks - 1) * BlockGap);

    /// <summary>The height of a sheet.</summary>
    public const int Height = (RowsPerBlock * (Tile + Gap)) - Gap;

    /// <summary>The place of a class's letter: a page may write the letter over the one that is drawn.</summary>
    public static (int Left, int Top, int Width, int Height) LetterAt(int label)
    {
        var (start, top) = TileAt(label, 0);
        return (start - LabelWidth, top, LabelWidth, Tile);
    }

    /// <summary>The upper left corner of an example.</summary>
    public static (int Left, int Top) TileAt(int label, int example) => (
        (label / RowsPerBlock * (BlockWidth + BlockGap)) + LabelWidth + (example * (Tile + Gap)),
        label % RowsPerBlock * (Tile + Gap));
}
