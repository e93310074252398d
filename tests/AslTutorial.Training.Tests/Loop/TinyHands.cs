using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;

namespace AslTutorial.Training.Tests.Loop;

/// <summary>A small data set made in memory: a bright bar and a spot whose place tells the class, and noise.</summary>
internal static class TinyHands
{
    public const int TrainCount = 150;
    public const int ValidCount = 70;

    public static SignData Data { get; } = Make(seed: 1);

    public static SignData Make(int seed, int train = TrainCount, int valid = ValidCount)
    {
        var random = new Random(seed);
        return new(Draw(random, train), Draw(random, valid), new DataSetInfo("tiny", train, valid, $"tiny-{seed}"));
    }

    private static ImageSet Draw(Random random, int count)
    {
        var pixels = new byte[count * ImageSet.PixelsPerImage];
        var labels = new byte[count];
        for (var image = 0; image < count; image++)
        {
            labels[image] = (byte)random.Next(SignClasses.Count);
            var target = pixels.AsSpan(image * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage);
            random.NextBytes(target);
            for (var i = 0; i < target.Length; i++)
            {
                int row = i / ImageSet.Side, column = i % ImageSet.Side;
                var isLit = row / 4 == labels[image] % 6 || column / 7 == labels[image] / 6;
                target[i] = (byte)((target[i] / 4) + (isLit ? 180 : 20));
            }
        }

        return new(pixels, labels);
    }
}
