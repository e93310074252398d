using AslTutorial.Training.Service;

namespace AslTutorial.Training.Tests.Service;

public sealed class RetryTests
{
    [Fact]
    public void WaitAsync_AgainAndAgain_DoublesUpToTheLongest()
    {
        var time = new RecordingTime();
        var retry = new Retry(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), time);

        for (var i = 0; i < 5; i++)
        {
            _ = retry.WaitAsync(TestContext.Current.CancellationToken);
        }

        retry.Reset();
        _ = retry.WaitAsync(TestContext.Current.CancellationToken);
        time.Waits.Select(w => w.TotalSeconds).ShouldBe([1, 2, 4, 5, 5, 1]);
    }

    /// <summary>A clock that stands still and notes who waits.</summary>
    private sealed class RecordingTime : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            return new Timer(_ => { }, null, Timeout.Infinite, Timeout.Infinite);
        }
    }
}
