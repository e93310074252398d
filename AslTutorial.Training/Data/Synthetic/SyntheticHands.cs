using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Data.Synthetic;

/// <summary>The built-in data set: as many images as the real one, of hands this project draws.</summary>
internal static class SyntheticHands
{
    /// <summary>Grows whenever a picture would come out different.</summary>
    public const int Version = 1;

    public const int TrainCount = 27_455;
    public const int ValidCount = 7_172;

    public const ulong Seed = 3;
    private const int TrainPeople = 48;
    private const int ValidPeople = 12;

    private const ulong TrainStream = 11;
    private const ulong ValidStream = 12;

    public static ImageSet Train(int count, CancellationToken cancel) => Draw(TrainStream, 0, TrainPeople, count, cancel);

    /// <summary>Of people that the training set has never seen.</summary>
    public static ImageSet Valid(int count, CancellationToken cancel) => Draw(ValidStream, TrainPeople, ValidPeople, count, cancel);

    private static ImageSet Draw(ulong stream, int firstPerson, int personCount, int count, CancellationToken cancel)
    {
        var people = new Person[personCount];
        for (var i = 0; i < personCount; i++)
        {
            people[i] = Person.Meet(Seed, firstPerson + i);
        }

        var set = new ImageSet(new byte[count * ImageSet.PixelsPerImage], Labels(stream, count));
        var options = new ParallelOptions { CancellationToken = cancel };
        Parallel.For(0, count, options, static () => new Painter(), (i, _, painter) =>
        {
            // Every picture has numbers of its own, so that the order of drawing changes nothing.
            var random = SplitMix.For(Seed, stream, (ulong)i);
            var person = people[random.Below(personCount)];
            painter.Paint(set.Labels[i], person, Seed, ref random, set.Pixels.AsSpan(i * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage));
            return painter;
        }, static _ => { });
        return set;
    }

    /// <summary>The classes in turn, shuffled: each as often as every other, give or take one.</summary>
    private static byte[] Labels(ulong stream, int count)
    {
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % SignClasses.Count);
        }

        var random = SplitMix.For(Seed, stream, ulong.MaxValue);
        for (var i = count - 1; i > 0; i--)
        {
            var other = random.Below(i + 1);
            (labels[i], labels[other]) = (labels[other], labels[i]);
        }

        return labels;
    }
}
