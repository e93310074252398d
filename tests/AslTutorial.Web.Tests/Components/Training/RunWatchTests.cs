using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Training;
using AslTutorial.Web.Runs;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Components.Training;

/// <summary>Following a run: nothing lost, nothing twice, nothing after leaving.</summary>
public sealed class RunWatchTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private int _told;

    [Fact]
    public async Task Join_EventBeforeTheAnswer_IsKept()
    {
        var runs = new EarlyRuns();
        using var watch = await RunWatch.JoinAsync(runs, SampleRuns.Id, _time, () => _told++, TestContext.Current.CancellationToken);
        watch!.Now.Run.Epochs.Select(e => e.Epoch).ShouldBe([0, 1]);
    }

    [Fact]
    public async Task Join_UnknownRun_IsNull() =>
        (await RunWatch.JoinAsync(new FakeRuns(), Guid.NewGuid(), _time, () => _told++, TestContext.Current.CancellationToken)).ShouldBeNull();

    [Fact]
    public async Task Take_HundredReportsInASecond_TellsFourTimesAndTheLastOne()
    {
        var runs = new FakeRuns();
        runs.All.Add(SampleRuns.Running(0));
        using var watch = await RunWatch.JoinAsync(runs, SampleRuns.Id, _time, () => _told++, TestContext.Current.CancellationToken);
        for (var batch = 1; batch <= 100; batch++)
        {
            runs.Tell(new RunEvent.Batch(SampleRuns.Id, SampleRuns.Batch(0, batch)));
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        // At once, and then every quarter of a second.
        _told.ShouldBe(5);
        watch!.Now.Latest!.Batch.ShouldBe(100);
    }

    [Fact]
    public async Task Dispose_EventOnItsWay_TellsNobody()
    {
        var runs = new FakeRuns();
        runs.All.Add(SampleRuns.Running(0));
        var watch = await RunWatch.JoinAsync(runs, SampleRuns.Id, _time, () => _told++, TestContext.Current.CancellationToken);
        runs.Tell(new RunEvent.Batch(SampleRuns.Id, SampleRuns.Batch(0, 1)));
        runs.Tell(new RunEvent.Batch(SampleRuns.Id, SampleRuns.Batch(0, 2)));
        _told.ShouldBe(1);
        watch!.Dispose();
        _time.Advance(RunWatch.Pace);
        _told.ShouldBe(1);
        runs.Watchers.ShouldBe(0);
    }

    [Fact]
    public void After_BackToTheQueue_HasNoRunningBatch()
    {
        var progress = new RunProgress(SampleRuns.Running(1), SampleRuns.Batch(1, 5));
        progress.After(new RunEvent.Changed(SampleRuns.Id, SampleRuns.Queued(1))).Latest.ShouldBeNull();
        progress.Current.ShouldNotBeNull();
        progress.After(new RunEvent.Epoch(SampleRuns.Id, SampleRuns.Epoch(1))).Current.ShouldBeNull();
    }

    private sealed class EarlyRuns : IRunService
    {
        public Task<RunSubscription?> WatchAsync(Guid runId, Action<RunEvent> onEvent, CancellationToken cancel = default)
        {
            onEvent(new RunEvent.Epoch(runId, SampleRuns.Epoch(1)));
            return Task.FromResult<RunSubscription?>(new(new RunSnapshot(SampleRuns.Running(1), [], null), () => { }));
        }

        public Task<RunStart> StartAsync(string learnerId, string lesson, TrainingSettings settings, CancellationToken cancel = default) => throw new NotSupportedException();

        public Task<RunStart> StartFreshAsync(string learnerId, string lesson, TrainingSettings settings, CancellationToken cancel = default) => throw new NotSupportedException();

        public Task<Guid?> FindSoleAsync(string learnerId, Guid executionId, CancellationToken cancel = default) => throw new NotSupportedException();

        public Task<RunStart?> AgainAsync(string learnerId, Guid runId, CancellationToken cancel = default) => throw new NotSupportedException();

        public Task<RunChanged> ChangeAsync(string learnerId, Guid runId, RunChange change, CancellationToken cancel = default) => throw new NotSupportedException();

        public Task<DeleteOutcome> DeleteAsync(string learnerId, Guid runId, CancellationToken cancel = default) => throw new NotSupportedException();

        public Task<DateTimeOffset?> FindDeletedAsync(Guid runId, CancellationToken cancel = default) => throw new NotSupportedException();

        public Task<RunView?> FindAsync(Guid runId, CancellationToken cancel = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<RunView>> ListAsync(string learnerId, int limit = 50, string? lesson = null, CancellationToken cancel = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<RunView>> ListFromAsync(string learnerId, RunCursor? from, int limit, string? lesson = null, CancellationToken cancel = default) => throw new NotSupportedException();

        public Task<bool> OwnsAsync(string learnerId, Guid runId, CancellationToken cancel = default) => throw new NotSupportedException();

        public Task<CancelOutcome> CancelAsync(string learnerId, Guid runId, CancellationToken cancel = default) => throw new NotSupportedException();

        public Task<ConfusionMatrix?> ConfusionAsync(Guid runId, int epoch, CancellationToken cancel = default) => throw new NotSupportedException();
    }
}
