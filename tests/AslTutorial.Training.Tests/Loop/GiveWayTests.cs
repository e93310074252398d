using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Tests.Loop;

public sealed class GiveWayTests
{
    [Fact]
    public void Yield_NobodyLooks_DoesNotWait()
    {
        var time = new SteppingTime(TimeSpan.FromMilliseconds(1));
        var way = new GiveWay(time);

        way.Yield();

        // It has not even looked at the clock: that was when it was made.
        time.GetTimestamp().ShouldBe(2 * TimeSpan.TicksPerMillisecond);
    }

    [Fact]
    public async Task Yield_SomebodyLooks_WaitsUntilTheLookIsOver()
    {
        var way = new GiveWay(TimeProvider.System);
        var look = way.Enter();
        var training = Task.Run(way.Yield, TestContext.Current.CancellationToken);

        look.Dispose();

        await training.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Yield_SomebodyNeverStopsLooking_GoesOnWhenItsShareIsSpent()
    {
        var way = new GiveWay(TimeProvider.System);
        using var look = way.Enter();

        // Each would wait for ever without a bound; the first spends what there is.
        for (var batch = 0; batch < 100; batch++)
        {
            way.Yield();
        }
    }
}
