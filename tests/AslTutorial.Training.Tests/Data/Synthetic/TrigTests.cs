using AslTutorial.Training.Data.Synthetic;

namespace AslTutorial.Training.Tests.Data.Synthetic;

public sealed class TrigTests
{
    [Fact]
    public void SinAndCos_AnyAngle_AgreeWithTheLibrary()
    {
        for (var degrees = -800f; degrees <= 800; degrees += .37f)
        {
            Trig.Sin(degrees).ShouldBe((float)Math.Sin(degrees * Math.PI / 180), 2e-7f);
            Trig.Cos(degrees).ShouldBe((float)Math.Cos(degrees * Math.PI / 180), 2e-7f);
        }
    }
}
