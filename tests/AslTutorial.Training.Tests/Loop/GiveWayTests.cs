using AslTutorial.Training.Loop;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Training.Tests.Loop;

public sealed class GiveWayTests
{
    [Fact]
    public void Yield_NobodyLooks_DoesNotWait()
    {
        // It goes on whenever it is read.
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
        var way = new GiveWay(time);
        var made = time.GetTimestamp();

        way.Yield();

        // It has not even looked at the clock.
        (time.GetTimestamp() - made).ShouldBe(TimeSpan.TicksPerMillisecond);
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
