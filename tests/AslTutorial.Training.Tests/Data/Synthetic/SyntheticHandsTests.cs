using AslTutorial.Training.Data;
using AslTutorial.Training.Data.Synthetic;

namespace AslTutorial.Training.Tests.Data.Synthetic;

public sealed class SyntheticHandsTests
{
    /// <summary>Enough for ten of each letter, and quick.</summary>
    private const int Count = 240;

    [Fact]
    public void Draw_AnyMachine_GivesTheseBytes()
    {
        // Whoever changes a picture changes this digest and SyntheticHands.Version with it, or old caches would stay in use.
        var (train, valid) = (Train(), Valid());

        (SyntheticHands.Version, SignDataDigest.Of(train, valid)).ShouldBe((1, "ddd1c6f485fd1e848265f5b2d3e2aa73cddbf18eef50b59ac88d73cce64ae896"));
    }

    [Fact]
    public void Draw_Twice_GivesTheSameBytesWhateverTheThreads()
    {
        var set = Train();
        var one = new byte[ImageSet.PixelsPerImage];
        var painter = new Painter();

        // From the last to the first on one thread: no picture may depend on another.
        for (var i = Count - 1; i >= 0; i -= 13)
        {
            SyntheticHands.PaintTrain(painter, set.Labels[i], i, one);
            one.ShouldBe(set.Pixels[(i * ImageSet.PixelsPerImage)..((i + 1) * ImageSet.PixelsPerImage)]);
        }
    }

    [Theory]
    [InlineData(SyntheticHands.TrainCount)]
    [InlineData(SyntheticHands.ValidCount)]
    [InlineData(100)]
    public void Labels_AnyCount_AreBalancedAndMixed(int count)
    {
        var labels = SyntheticHands.Labels(11, count);

        var counts = labels.GroupBy(label => label).Select(group => group.Count()).ToArray();
        counts.Length.ShouldBe(24);
        (counts.Max() - counts.Min()).ShouldBeLessThanOrEqualTo(1);
        labels.Zip(labels.Skip(1)).Count(pair => pair.Second == (pair.First + 1) % 24).ShouldBeLessThan(count / 8);
    }

    [Fact]
    public void People_OfBothSets_HaveNobodyInCommon()
    {
        var train = SyntheticHands.TrainPeople;
        var valid = SyntheticHands.ValidPeople;

        train.Select(person => person.Id).Intersect(valid.Select(person => person.Id)).ShouldBeEmpty();
        train.Concat(valid).Select(person => (person.Skin, person.FingerLength, person.Zoom)).Distinct().Count().ShouldBe(train.Count + valid.Count);
    }

    [Fact]
    public void People_OfTheDataSet_AreOfManyTones()
    {
        var tones = SyntheticHands.TrainPeople.Select(person => person.Skin).Order().ToArray();

        tones[0].ShouldBeLessThan(.45f);
        tones[^1].ShouldBeGreaterThan(.75f);
        tones.Zip(tones.Skip(1)).ShouldAllBe(pair => pair.Second - pair.First < .1f);
    }

    [Fact]
    public void Draw_AnyPicture_ShowsAHandBeforeAWall()
    {
        var set = Valid();
        for (var i = 0; i < Count; i++)
        {
            var image = set.Pixels.AsSpan(i * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage).ToArray();
            var mean = image.Average(p => p);
            Math.Sqrt(image.Average(p => (p - mean) * (p - mean))).ShouldBeGreaterThan(10, $"picture {i} is all but flat");
        }
    }

    [Fact]
    public void Paint_TwoLettersOfOnePerson_NeverLookAlike()
    {
        foreach (var person in SyntheticHands.TrainPeople.Take(6))
        {
            var pictures = HandPoses.All.Select(pose => Picture(pose, person)).ToArray();
            for (var a = 0; a < 24; a++)
            {
                for (var b = 0; b < a; b++)
                {
                    // Grey levels a pixel; a fist with its thumb moved is little of a picture.
                    Difference(pictures[a], pictures[b]).ShouldBeGreaterThan(2, $"{a} and {b} of person {person.Id}");
                }
            }
        }
    }

    [Fact]
    public void Draw_Cancelled_Throws()
    {
        Should.Throw<OperationCanceledException>(() => SyntheticHands.Train(10, new CancellationToken(canceled: true)));
    }

    /// <summary>A pose with the same habits and the same chance as every other.</summary>
    private static byte[] Picture(HandPose pose, Person person)
    {
        var pixels = new byte[ImageSet.PixelsPerImage];
        var random = new SplitMix(1);
        new Painter().Paint(pose, person, (new SplitMix(2), new SplitMix(3)), ref random, pixels);
        return pixels;
    }

    private static double Difference(byte[] a, byte[] b) => a.Zip(b).Average(pair => Math.Abs(pair.First - pair.Second));

    private static ImageSet Train() => SyntheticHands.Train(Count, TestContext.Current.CancellationToken);

    private static ImageSet Valid() => SyntheticHands.Valid(Count, TestContext.Current.CancellationToken);
}
