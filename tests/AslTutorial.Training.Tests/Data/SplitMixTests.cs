using AslTutorial.Training.Data;

namespace AslTutorial.Training.Tests.Data;

public sealed class SplitMixTests
{
    [Fact]
    public void Next_ReferenceSeed_GivesTheReferenceNumbers()
    {
        // The first outputs of splitmix64 for the seed 1234567, as published with the xoshiro generators' test vectors.
        var random = new SplitMix(1234567);

        random.Next().ShouldBe(6457827717110365317UL);
        random.Next().ShouldBe(3203168211198807973UL);
        random.Next().ShouldBe(9817491932198370423UL);
    }

    [Fact]
    public void Below_ManyDraws_CoversEvenlyAndStaysBelow()
    {
        var random = new SplitMix(1);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            counts[random.Below(7)]++;
        }

        counts.ShouldAllBe(count => Math.Abs(count - 10_000) < 500);
    }

    [Fact]
    public void Bell_ManyDraws_HasItsMeanVarianceAndRange()
    {
        var random = new SplitMix(2);
        var draws = Enumerable.Range(0, 50_000).Select(_ => (double)random.Bell()).ToArray();

        draws.Average().ShouldBe(0, .01);
        draws.Average(d => d * d).ShouldBe(1 / 9.0, .005);
        draws.ShouldAllBe(d => d >= -1 && d <= 1);
    }

    [Fact]
    public void For_OtherStreamOrIndex_GivesOtherNumbers()
    {
        var firsts = Enumerable.Range(0, 50).SelectMany(s => Enumerable.Range(0, 50).Select(i => SplitMix.For(3, (ulong)s, (ulong)i).Next()));

        firsts.Distinct().Count().ShouldBe(2500);
    }
}
