using AslTutorial.Training.Cells.Notebook;

namespace AslTutorial.Training.Tests.Cells.Notebook;

public sealed class MersenneTwisterTests
{
    // The reference: C++11's std::mt19937 must give 4123659995 as its 10000th number with its default seed 5489.
    [Fact]
    public void NextUInt32_TenThousandth_IsTheStandards()
    {
        var random = new MersenneTwister(5489);
        for (var i = 1; i < 10_000; i++)
        {
            random.NextUInt32();
        }

        random.NextUInt32().ShouldBe(4123659995u);
    }

    // torch.manual_seed(1); torch.empty((), dtype=torch.int64).random_().item()
    [Fact]
    public void NextInt64_AfterManualSeed_IsPyTorchs() => new MersenneTwister(1).NextInt64().ShouldBe(7692698082559361259);
}
