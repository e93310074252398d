namespace AslTutorial.Training.Contracts.Cells;

/// <summary>Where the images of a cell's picture lie, in pixels, and where there is room for the letter below each.</summary>
public static class HandGridLayout
{
    /// <summary>Images in a row.</summary>
    public const int Columns = 8;

    /// <summary>Each pixel of an image is a square of this side.</summary>
    public const int Zoom = 2;

    /// <summary>The side of an image.</summary>
    public const int Tile = 28 * Zoom;

    /// <summary>Between two images.</summary>
    public const int Gap = 6;

    /// <summary>Below each row: the room for its letters.</summary>
    public const int Caption = 22;

    /// <summary>The width of a picture of so many images.</summary>
    public static int Width(int count) => (Math.Min(count, Columns) * (Tile + Gap)) - Gap;

    /// <summary>The height of a picture of so many images.</summary>
    public static int Height(int count) => ((count + Columns - 1) / Columns * (Tile + Gap + Caption)) - Gap;

    /// <summary>The upper left corner of an image.</summary>
    public static (int Left, int Top) At(int index) => (index % Columns * (Tile + Gap), index / Columns * (Tile + Gap + Caption));
}
