using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Tests.Cells.Printing;

namespace AslTutorial.Training.Tests.Cells;

/// <summary>A data set without pictures in it: numbers from a formula, made in no time.</summary>
internal static class FewSigns
{
    public const int TrainCount = 100;
    public const int ValidCount = 40;

    public static SignData Data { get; } = Make(SignClasses.Count);

    /// <param name="classes">Labels are from 0 to one less.</param>
    public static SignData Make(int classes) => new(
        MakeSet(1, TrainCount, classes),
        MakeSet(2, ValidCount, classes),
        new DataSetInfo(DataSetInfo.Synthetic, TrainCount, ValidCount, "few"));

    private static ImageSet MakeSet(int seed, int count, int classes) => new(
        [.. Enumerable.Range(0, count * ImageSet.PixelsPerImage).Select(i => (byte)ArrayFormula.Draw(seed, i))],
        [.. Enumerable.Range(0, count).Select(i => (byte)(i % classes))]);
}
