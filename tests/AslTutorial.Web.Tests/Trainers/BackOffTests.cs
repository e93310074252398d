using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Tests.Trainers;

public sealed class BackOffTests
{
    [Fact]
    public void After_EndsAgainAndAgain_DoublesUpToAMinute()
    {
        var backOff = new BackOff();

        Enumerable.Range(0, 8).Select(_ => backOff.After(TimeSpan.FromSeconds(1)).TotalSeconds).ShouldBe([1, 2, 4, 8, 16, 32, 60, 60]);
    }

    [Fact]
    public void After_AMinuteOfHealth_BeginsAnew()
    {
        var backOff = new BackOff();
        backOff.After(TimeSpan.Zero);
        backOff.After(TimeSpan.Zero);

        backOff.After(TimeSpan.FromMinutes(1)).ShouldBe(TimeSpan.FromSeconds(1));
        backOff.After(TimeSpan.FromSeconds(59)).ShouldBe(TimeSpan.FromSeconds(2));
    }
}
