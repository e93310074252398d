using AslTutorial.Training.Contracts;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Tests.Components.Training;

/// <summary>Runs in memory: what a test has put in comes out, and what is watched can be told.</summary>
internal sealed class FakeRuns : IRunService
{
    private readonly List<(Guid RunId, Action<RunEvent> Tell)> _watchers = [];

    public List<RunView> All { get; } = [];

    /// <summary>Null: accept and add as queued.</summary>
    public RunStart? Answer { get; set; }

    public bool Owns { get; set; } = true;

    /// <summary>What the admission says to every change; null lets them through.</summary>
    public Refusal? Refuses { get; set; }

    public ConfusionMatrix? Confusion { get; set; }

    public List<TrainingSettings> Started { get; } = [];

    public List<Guid> Cancelled { get; } = [];

    public int Watchers => _watchers.Count;

    /// <summary>What happens while somebody begins to watch.</summary>
    public Action? Watched { get; set; }

    public Task<RunStart> StartAsync(string learnerId, string lesson, TrainingSettings settings, CancellationToken cancel = default)
    {
        Started.Add(settings);
        if (Answer is not null)
        {
            return Task.FromResult(Answer);
        }

        All.Insert(0, SampleRuns.Queued(1) with { Id = Guid.NewGuid(), Settings = settings, Lesson = lesson });
        return Task.FromResult<RunStart>(new RunStart.Accepted(All[0]));
    }

    public Task<RunStart> StartFreshAsync(string learnerId, string lesson, TrainingSettings settings, CancellationToken cancel = default) =>
        StartAsync(learnerId, lesson, settings, cancel);

    public Task<Guid?> FindSoleAsync(string learnerId, Guid executionId, CancellationToken cancel = default) => Task.FromResult<Guid?>(Owns ? executionId : null);

    public List<RunChange> Changes { get; } = [];

    /// <summary>Changes are answered after it.</summary>
    public Task ChangesAfter { get; set; } = Task.CompletedTask;

    public List<Guid> Repeated { get; } = [];

    public List<Guid> Deleted { get; } = [];

    public async Task<RunStart?> AgainAsync(string learnerId, Guid runId, CancellationToken cancel = default)
    {
        Repeated.Add(runId);
        return await FindAsync(runId, cancel) is { } run ? await StartAsync(learnerId, run.Lesson, run.SettingsToRepeat(), cancel) : null;
    }

    /// <summary>Keeps the wish; what becomes of it is the test's to tell.</summary>
    public async Task<RunChanged> ChangeAsync(string learnerId, Guid runId, RunChange change, CancellationToken cancel = default)
    {
        if (Refuses is { } refusal)
        {
            return new RunChanged.Refused(refusal);
        }

        Changes.Add(change);
        await ChangesAfter;
        var at = All.FindIndex(run => run.Id == runId);
        if (!Owns || at < 0)
        {
            return new RunChanged.NotOwner();
        }

        All[at] = All[at] with { Name = change.Name ?? All[at].Name, Note = change.Note ?? All[at].Note };
        return new RunChanged.Accepted(All[at]);
    }

    public Task<DeleteOutcome> DeleteAsync(string learnerId, Guid runId, CancellationToken cancel = default)
    {
        Deleted.Add(runId);
        return Task.FromResult(Owns ? DeleteOutcome.Deleted : DeleteOutcome.NotOwner);
    }

    public Task<DateTimeOffset?> FindDeletedAsync(Guid runId, CancellationToken cancel = default) =>
        Task.FromResult<DateTimeOffset?>(Deleted.Contains(runId) ? DateTimeOffset.UnixEpoch : null);

    public Task<RunView?> FindAsync(Guid runId, CancellationToken cancel = default) => Task.FromResult(All.Find(r => r.Id == runId));

    public Task<IReadOnlyList<RunView>> ListAsync(string learnerId, int limit = 50, string? lesson = null, CancellationToken cancel = default) =>
        ListFromAsync(learnerId, null, limit, lesson, cancel);

    /// <summary>Lists are answered once it has ended.</summary>
    public Task ListsAfter { get; set; } = Task.CompletedTask;

    public async Task<IReadOnlyList<RunView>> ListFromAsync(string learnerId, RunCursor? from, int limit, string? lesson = null, CancellationToken cancel = default)
    {
        await ListsAfter;
        return [.. All.Where(run => (lesson is null || run.Lesson == lesson) && (from is null || run.CreatedAt < from.CreatedAt)).Take(limit)];
    }

    public Task<bool> OwnsAsync(string learnerId, Guid runId, CancellationToken cancel = default) => Task.FromResult(Owns);

    public Task<CancelOutcome> CancelAsync(string learnerId, Guid runId, CancellationToken cancel = default)
    {
        Cancelled.Add(runId);
        return Task.FromResult(Owns ? CancelOutcome.Accepted : CancelOutcome.NotOwner);
    }

    public Task<ConfusionMatrix?> ConfusionAsync(Guid runId, int epoch, CancellationToken cancel = default) => Task.FromResult(Confusion);

    public Task<RunSubscription?> WatchAsync(Guid runId, Action<RunEvent> onEvent, CancellationToken cancel = default)
    {
        if (All.Find(r => r.Id == runId) is not { } run)
        {
            return Task.FromResult<RunSubscription?>(null);
        }

        var place = (runId, onEvent);
        _watchers.Add(place);
        Watched?.Invoke();
        return Task.FromResult<RunSubscription?>(new(new RunSnapshot(run, [], null), () => _watchers.Remove(place)));
    }

    public void Tell(RunEvent happened)
    {
        foreach (var (_, tell) in _watchers.Where(w => w.RunId == happened.RunId).ToArray())
        {
            tell(happened);
        }
    }
}
