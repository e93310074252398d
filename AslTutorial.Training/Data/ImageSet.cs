namespace AslTutorial.Training.Data;

/// <summary>Images with their classes, decoded.</summary>
/// <param name="Pixels">Count x 784 bytes, 0-255, row-major 28 x 28 grayscale, image after image.</param>
/// <param name="Labels">Count classes, 0-23, in the order of <see cref="Contracts.SignClasses.Letters"/>.</param>
public sealed record ImageSet(byte[] Pixels, byte[] Labels)
{
    public const int Side = 28;
    public const int PixelsPerImage = Side * Side;

    public int Count => Labels.Length;

    /// <summary>A copy of the first images.</summary>
    public ImageSet First(int count) => new(Pixels[..(count * PixelsPerImage)], Labels[..count]);
}
