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
    private const int TrainPersonCount = 60;
    private const int ValidPersonCount = 12;

    private const ulong TrainStream = 11;
    private const ulong ValidStream = 12;

    /// <summary>Who is in the training set.</summary>
    public static IReadOnlyList<Person> TrainPeople { get; } = Meet(0, TrainPersonCount);

    /// <summary>Who is in the validation set: nobody of <see cref="TrainPeople"/>.</summary>
    public static IReadOnlyList<Person> ValidPeople { get; } = Meet(TrainPersonCount, ValidPersonCount);

    /// <summary>Draws images to train on; a larger set does not begin with a smaller one.</summary>
    public static ImageSet Train(int count, CancellationToken cancel) => Draw(TrainStream, TrainPeople, count, cancel);

    /// <summary>Draws images to validate with, of people that the training set has never seen.</summary>
    public static ImageSet Valid(int count, CancellationToken cancel) => Draw(ValidStream, ValidPeople, count, cancel);

    /// <summary>Draws the training picture with a number.</summary>
    internal static void PaintTrain(Painter painter, int letter, int index, Span<byte> pixels) =>
        Paint(painter, TrainStream, TrainPeople, letter, index, pixels);

    private static Person[] Meet(int first, int count) => [.. Enumerable.Range(first, count).Select(id => Person.Meet(Seed, id))];

    private static ImageSet Draw(ulong stream, IReadOnlyList<Person> people, int count, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var set = new ImageSet(new byte[count * ImageSet.PixelsPerImage], Labels(stream, count));
        var options = new ParallelOptions { CancellationToken = cancel };
        Parallel.For(0, count, options, static () => new Painter(), (i, _, painter) =>
        {
            Paint(painter, stream, people, set.Labels[i], i, set.Pixels.AsSpan(i * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage));
            return painter;
        }, static _ => { });
        return set;
    }

    /// <summary>Draws one picture. It has random numbers of its own, so the order of drawing changes nothing.</summary>
    private static void Paint(Painter painter, ulong stream, IReadOnlyList<Person> people, int letter, int index, Span<byte> pixels)
    {
        var random = SplitMix.For(Seed, stream, (ulong)index);
        var person = people[random.Below(people.Count)];
        painter.Paint(HandPoses.All[letter], person, person.HabitsFor(Seed, letter), ref random, pixels);
    }

    /// <summary>The classes in turn, shuffled: each as often as every other, give or take one.</summary>
    internal static byte[] Labels(ulong stream, int count)
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
