using System.Runtime.CompilerServices;
using AslTutorial.Web.Components.RunList;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Components.Training;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Components.RunList;

public sealed class RunFeedTests : IAsyncLifetime
{
    private const int Limit = 50;

    private readonly FakeRuns _runs = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly RunFeed _feed;
    private int _changes;

    public RunFeedTests()
    {
        _feed = new RunFeed(_runs, new FakeLearner(), _time);
        _feed.Changed += () => Interlocked.Increment(ref _changes);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _feed.DisposeAsync();

    [Fact]
    public async Task Follow_EpochOfAnActiveRun_Counted()
    {
        _runs.All.Add(SampleRuns.Running(1));
        _feed.Follow(Limit);
        await Until(() => _runs.Watchers == 1);
        _runs.Tell(new RunEvent.Epoch(SampleRuns.Id, SampleRuns.Epoch(1, 0.99)));
        _feed.Runs.ShouldHaveSingleItem().EpochsDone.ShouldBe(2);
        _feed.Runs[0].Result!.ValidAccuracy.ShouldBe(0.99);
    }

    [Fact]
    public async Task Follow_EpochToldAgain_CountedOnce()
    {
        _runs.All.Add(SampleRuns.Running(2));
        _feed.Follow(Limit);
        await Until(() => _runs.Watchers == 1);
        _runs.Tell(new RunEvent.Epoch(SampleRuns.Id, SampleRuns.Epoch(1, 0.5)));
        _feed.Runs[0].EpochsDone.ShouldBe(2);
        _feed.Runs[0].Result!.ValidAccuracy.ShouldBe(0.9774);
    }

    [Fact]
    public async Task Follow_Batches_NoChange()
    {
        _runs.All.Add(SampleRuns.Running(1));
        _feed.Follow(Limit);
        await Until(() => Volatile.Read(ref _changes) == 1);
        _runs.Tell(new RunEvent.Batch(SampleRuns.Id, SampleRuns.Batch(1, 5)));
        Volatile.Read(ref _changes).ShouldBe(1);
    }

    [Fact]
    public async Task Follow_RunEnds_StateShownAndNoLongerWatched()
    {
        _runs.All.Add(SampleRuns.Running(1));
        _feed.Follow(Limit);
        await Until(() => _runs.Watchers == 1);
        _runs.All[0] = SampleRuns.Ended(RunState.Completed);
        _runs.Tell(new RunEvent.Changed(SampleRuns.Id, _runs.All[0]));
        _feed.Runs[0].State.ShouldBe(RunState.Completed);
        await Until(() =>
        {
            _time.Advance(RunFeed.Interval);
            return _runs.Watchers == 0;
        });
    }

    [Fact]
    public async Task Follow_RunStartedElsewhere_SeenAtTheNextLook()
    {
        _feed.Follow(Limit);
        await Until(() => Volatile.Read(ref _changes) == 1);
        _feed.Runs.ShouldBeEmpty();
        _runs.All.Add(SampleRuns.Queued(1));
        await Until(() =>
        {
            _time.Advance(RunFeed.Interval);
            return _feed.Runs.Count == 1;
        });
    }

    [Fact]
    public async Task Dispose_WhileWatching_LeavesTheRuns()
    {
        _runs.All.Add(SampleRuns.Running(1));
        _feed.Follow(Limit);
        await Until(() => _runs.Watchers == 1);
        await _feed.DisposeAsync();
        _runs.Watchers.ShouldBe(0);
    }

    private static Task Until(Func<bool> happened, [CallerArgumentExpression(nameof(happened))] string what = "") =>
        Eventually.ShouldBeTrueAsync(happened, what);
}
