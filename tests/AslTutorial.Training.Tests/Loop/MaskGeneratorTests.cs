using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Tests.Loop;

public sealed class MaskGeneratorTests
{
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.3)]
    public void Fill_ManyNumbers_DropsTheShareAskedFor(double drop)
    {
        var mask = new float[1_000_000];
        new MaskGenerator(1).Fill(mask, drop);

        // Five standard deviations of a binomial share.
        ((double)mask.Count(value => value == 0)).ShouldBe(drop * mask.Length, 5 * Math.Sqrt(mask.Length * drop * (1 - drop)));
        mask.ShouldAllBe(value => value == 0 || value == 1);
    }

    [Fact]
    public void Fill_EveryLane_FollowsTheScalarGenerator()
    {
        const int Rounds = 50;
        var mask = new float[(16 * Rounds) + 5];
        new MaskGenerator(42).Fill(mask, 0.5);

        for (var lane = 0; lane < 16; lane++)
        {
            var state = Enumerable.Range(0, 4)
                .Select(word => (uint)(SeedStream.Mix(42UL + ((ulong)((word * 16) + lane) << 48)) >> 32))
                .ToArray();
            for (var round = 0; round < Rounds; round++)
            {
                mask[(round * 16) + lane].ShouldBe(Xoshiro128Plus(state) >= 0x80000000 ? 1 : 0);
            }
        }
    }

    [Fact]
    public void Fill_Again_GoesOn()
    {
        var generator = new MaskGenerator(1);
        float[] first = new float[320], second = new float[320];
        generator.Fill(first, 0.5);
        generator.Fill(second, 0.5);

        second.ShouldNotBe(first);
    }

    [Fact]
    public void Mix_Zero_IsSplitMix64sFirstNumber() => SeedStream.Mix(0).ShouldBe(0xE220A8397B1DCDAFUL);

    [Fact]
    public void Streams_OfOneSeed_AllDiffer()
    {
        var seeds = Enumerable.Range(0, 50)
            .SelectMany(epoch => new[] { SeedStream.Order(1, epoch), SeedStream.Dropout(1, epoch), SeedStream.Order(2, epoch) })
            .Concat([SeedStream.Weights(1), SeedStream.Subset(1)])
            .ToList();

        seeds.Distinct().Count().ShouldBe(seeds.Count);
        seeds.ShouldAllBe(seed => seed >= 0);
    }

    /// <summary>As its authors publish it (xoshiro128plus.c, public domain).</summary>
    private static uint Xoshiro128Plus(uint[] s)
    {
        var result = s[0] + s[3];
        var t = s[1] << 9;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = uint.RotateLeft(s[3], 11);
        return result;
    }
}
