using AslTutorial.Training.Service;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Training.Tests.Service;

public sealed class RetryTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void WaitAsync_AgainAndAgain_DoublesUpToTheLongest()
    {
        var retry = new Retry(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), _time);

        foreach (var seconds in new[] { 1, 2, 4, 5, 5 })
        {
            ShouldWait(retry, seconds);
        }

        retry.Reset();
        ShouldWait(retry, 1);
    }

    private void ShouldWait(Retry retry, int seconds)
    {
        var wait = retry.WaitAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        wait.IsCompleted.ShouldBeFalse($"less than {seconds} s have gone by");
        _time.Advance(TimeSpan.FromMilliseconds(1));
        wait.IsCompletedSuccessfully.ShouldBeTrue($"{seconds} s have gone by");
    }
}
