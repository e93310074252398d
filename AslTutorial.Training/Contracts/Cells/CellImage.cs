namespace AslTutorial.Training.Contracts.Cells;

/// <summary>Hands, side by side, each with its letter below.</summary>
/// <param name="Png">The file.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Letters">The letters from left to right and from top to bottom; '?' where a label is none of the 24 classes.</param>
/// <param name="Total">How many images there were; the picture shows the first ones where they are too many.</param>
/// <param name="AltText">English; the site words it in the reader's language from the letters.</param>
public sealed record CellImage(byte[] Png, int Width, int Height, string Letters, int Total, string AltText);
