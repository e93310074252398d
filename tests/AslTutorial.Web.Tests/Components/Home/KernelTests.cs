using AslTutorial.Web.Components.Home;

namespace AslTutorial.Web.Tests.Components.Home;

public sealed class KernelTests
{
    // Dark left half, bright right half: by hand, the upright answer is 4 beside the step and 0 elsewhere.
    private static readonly float[] Step = [0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1];

    [Fact]
    public void Answer_UprightStep_SeenByTheUprightKernelAlone()
    {
        Kernel.Answer(Step, 4, Kernel.Upright).ShouldBe([0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0]);
        Kernel.Answer(Step, 4, Kernel.Level).ShouldBe(new float[16]);
        Kernel.Answer([.. Enumerable.Reverse(Step)], 4, Kernel.Upright)[5].ShouldBe(-1);
    }

    [Fact]
    public void Pixels_DrawnHand_TwoFingersWithGroundBetween()
    {
        // Along the row y = 8: ground, a finger, ground, a finger, ground.
        var row = DrawnHand.Pixels.AsSpan(8 * DrawnHand.Side, DrawnHand.Side);
        var bright = 0;
        for (var x = 1; x < row.Length; x++)
        {
            bright += row[x] > 0.5f && row[x - 1] <= 0.5f ? 1 : 0;
        }

        bright.ShouldBe(2);
        DrawnHand.Pixels.ShouldAllBe(p => p >= 0 && p <= 1);
    }
}
