using AslTutorial.Training.Contracts;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Condition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Runs;

/// <summary>Runs on any node: reads the database, asks the floor about runs under way and has the floor change them.</summary>
internal sealed class RunService(
    IDbContextFactory<SiteDb> databases,
    FloorLink floor,
    FloorSeat seat,
    RunBoard board,
    RunReplicas replicas,
    RunDeleting deleting,
    StorageWatch storage,
    ITrainerOrders trainers,
    AdmissionDesk desk,
    CallerMask mask,
    IOptions<RunOptions> options,
    TimeProvider time) : IRunService
{
    public Task<RunStart> StartAsync(string learnerId, string lesson, TrainingSettings settings, CancellationToken cancel = default) =>
        StartAsync(learnerId, lesson, settings, repeatOf: null, isFresh: false, cancel);

    public Task<RunStart> StartFreshAsync(string learnerId, string lesson, TrainingSettings settings, CancellationToken cancel = default) =>
        StartAsync(learnerId, lesson, settings, repeatOf: null, isFresh: true, cancel);

    public async Task<RunStart?> AgainAsync(string learnerId, Guid runId, CancellationToken cancel = default) =>
        await FindAsync(runId, cancel) is { } run ? await StartAsync(learnerId, run.Lesson, run.SettingsToRepeat(), run.Id, isFresh: true, cancel) : null;

    private async Task<RunStart> StartAsync(
        string learnerId, string lesson, TrainingSettings settings, Guid? repeatOf, bool isFresh, CancellationToken cancel)
    {
        var faults = settings.Faults();
        if (faults.Count == 0 && RunWork.Fault(settings, trainers.DataSet?.TrainRows, options.Value.MaxImages) is { } tooMuch)
        {
            faults = [tooMuch];
        }

        if (faults.Count > 0)
        {
            return new RunStart.Invalid(faults);
        }

        if (storage.Room != StorageRoom.Enough)
        {
            return new RunStart.NoRoom();
        }

        if (desk.Refuse(Cost.Run, learnerId) is { } refusal)
        {
            return new RunStart.Refused(refusal);
        }

        var (group, isKnown) = (mask.Of(Caller.Current?.Address), Caller.For(learnerId).IsKnown);
        var wish = new RunWish(Guid.CreateVersion7(time.GetUtcNow()), learnerId, lesson, settings, repeatOf, isFresh, group, isKnown);
        return await floor.CallAsync(there => there.StartAsync(wish)).WaitAsync(cancel);
    }

    public async Task<RunView?> FindAsync(Guid runId, CancellationToken cancel = default)
    {
        if (await LiveAsync([runId], cancel) is [var live])
        {
            return live;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var run = await db.Runs.AsNoTracking().Include(r => r.Epochs).FirstOrDefaultAsync(r => r.Id == runId, cancel);
        return run?.ToView();
    }

    public Task<IReadOnlyList<RunView>> ListAsync(string learnerId, int limit = 50, string? lesson = null, CancellationToken cancel = default) =>
        ListFromAsync(learnerId, from: null, limit, lesson, cancel);

    public async Task<IReadOnlyList<RunView>> ListFromAsync(
        string learnerId, RunCursor? from, int limit, string? lesson = null, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var own = db.Runs.AsNoTracking().Include(r => r.Epochs).Where(r => r.LearnerId == learnerId && (lesson == null || r.Lesson == lesson));
        if (from is not null)
        {
            own = own.Where(r => r.CreatedAt < from.CreatedAt || (r.CreatedAt == from.CreatedAt && r.Id.CompareTo(from.Id) < 0));
        }

        var runs = await own.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id).Take(limit).ToListAsync(cancel);
        // The floor's view has the place in the queue and may be newer than the database's.
        var live = (await LiveAsync([.. runs.Where(r => seat.IsHere || !r.State.IsEnded()).Select(r => r.Id)], cancel)).ToDictionary(view => view.Id);
        return [.. runs.Select(r => live.GetValueOrDefault(r.Id) ?? r.ToView())];
    }

    public async Task<bool> OwnsAsync(string learnerId, Guid runId, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Runs.AnyAsync(r => r.Id == runId && r.LearnerId == learnerId, cancel);
    }

    public async Task<Guid?> FindSoleAsync(string learnerId, Guid executionId, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Execution.FindAsync(db, executionId, cancel) is { IsShared: false, Leader: var run } && run.LearnerId == learnerId ? run.Id : null;
    }

    public async Task<CancelOutcome> CancelAsync(string learnerId, Guid runId, CancellationToken cancel = default) =>
        desk.Forbids(Cost.Change, learnerId) ? CancelOutcome.Refused : await floor.CallAsync(there => there.CancelAsync(learnerId, runId)).WaitAsync(cancel);

    public async Task<RunChanged> ChangeAsync(string learnerId, Guid runId, RunChange change, CancellationToken cancel = default)
    {
        var refusal = desk.Refuse(Cost.Change, learnerId);
        if (refusal is null && (change.Name is not null || change.Note is not null))
        {
            refusal = desk.Refuse(Cost.Text, learnerId, (change.Name?.Length ?? 0) + (change.Note?.Length ?? 0));
        }

        return refusal is null ? await floor.CallAsync(there => there.ChangeAsync(learnerId, runId, change)).WaitAsync(cancel) : new RunChanged.Refused(refusal);
    }

    public async Task<DeleteOutcome> DeleteAsync(string learnerId, Guid runId, CancellationToken cancel = default) =>
        desk.Forbids(Cost.Change, learnerId) ? DeleteOutcome.Refused : await floor.CallAsync(there => there.DeleteAsync(learnerId, runId)).WaitAsync(cancel);

    public Task<DateTimeOffset?> FindDeletedAsync(Guid runId, CancellationToken cancel = default) => deleting.FindAsync(runId, cancel);

    public async Task<ConfusionMatrix?> ConfusionAsync(Guid runId, int epoch, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var confusion = await db.Confusions.AsNoTracking().FirstOrDefaultAsync(c => c.RunId == runId && c.Epoch == epoch, cancel);
        return confusion is null ? null : new ConfusionMatrix(confusion.Counts);
    }

    public Task<RunSubscription?> WatchAsync(Guid runId, Action<RunEvent> onEvent, CancellationToken cancel = default)
    {
        if (!seat.IsHere)
        {
            return WatchFarAsync(runId, onEvent, cancel);
        }

        // No await for a live run: on the caller's thread no event can come before its snapshot.
        return board.Watch(runId, onEvent) is { } live
            ? Task.FromResult<RunSubscription?>(live)
            : WatchStoredAsync(runId, onEvent, cancel);
    }

    private async Task<RunSubscription?> WatchStoredAsync(Guid runId, Action<RunEvent> onEvent, CancellationToken cancel)
    {
        // Stored but not on the board: it has ended, or the holder of the gate is about to put it there.
        using (await board.EnterAsync(cancel))
        {
            return board.Watch(runId, onEvent) ?? await EndedAsync(runId, cancel);
        }
    }

    private async Task<RunSubscription?> WatchFarAsync(Guid runId, Action<RunEvent> onEvent, CancellationToken cancel) =>
        await replicas.WatchAsync(runId, onEvent, cancel) ?? await EndedAsync(runId, cancel);

    private async Task<RunSubscription?> EndedAsync(Guid runId, CancellationToken cancel) => await FindAsync(runId, cancel) is { } run
        ? new RunSubscription(new RunSnapshot(run, [], LatestBatch: null), () => { })
        : null;

    private async Task<IReadOnlyList<RunView>> LiveAsync(List<Guid> runs, CancellationToken cancel) => seat.IsHere
        ? [.. runs.Select(board.Find).OfType<RunView>()]
        : runs.Count == 0 ? [] : await floor.CallAsync(there => there.FindAsync(runs)).WaitAsync(cancel);
}
