using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Runs;

/// <summary>
/// The same order is computed once: a later one joins the computation under way, or gets the finished one as a replay.
/// Callers hold the board's gate.
/// </summary>
internal sealed class SameOrders(RunBoard board, RunFiles files, ITrainerOrders trainers, RunReplays replays, TimeProvider time)
{
    /// <summary>Stores a new run that needs no execution of its own; else returns false and stores nothing.</summary>
    public async Task<bool> TryShareAsync(SiteDb db, RunRecord run, CancellationToken cancel)
    {
        if (await FindDoneAsync(db, run.OrderKey, trainers.DataSet?.Digest, trainers.Program, cancel) is { } done)
        {
            db.Runs.Add(run);
            await TakeAsync(db, run, done, cancel);
            await db.SaveChangesAsync(cancel);
            replays.Begin(run.ToView());
            return true;
        }

        if (await FindOpenAsync(db, run.OrderKey, cancel) is { } execution)
        {
            await JoinAsync(db, execution, run, cancel);
            return true;
        }

        return false;
    }

    /// <summary>Before a waiting execution is handed out: data and program are known now, and the same order may be done already.</summary>
    public async Task<bool> ReplayAsync(SiteDb db, Execution execution, string digest, string? program, CancellationToken cancel)
    {
        var leader = execution.Leader;
        if (leader.IsFresh || leader.Epochs.Count > 0 || !leader.IsUnsteered() || await FindDoneAsync(db, leader.OrderKey, digest, program, cancel) is not { } done)
        {
            return false;
        }

        var id = leader.ExecutionId;
        var runs = execution.All.ToList();
        foreach (var run in runs)
        {
            await TakeAsync(db, run, done, cancel);
        }

        await db.SaveChangesAsync(cancel);
        board.Dequeue(id);
        runs.ForEach(run => replays.Begin(run.ToView()));
        await files.DeleteAsync(id, cancel);
        return true;
    }

    private static async Task<RunRecord?> FindDoneAsync(SiteDb db, string? key, string? digest, string? program, CancellationToken cancel) =>
        key is null || digest is null || program is null
            ? null
            : await db.Runs.AsNoTracking().Include(r => r.Epochs)
                .Where(r => r.OrderKey == key && r.State == RunState.Completed && r.HasWeights && r.DataDigest == digest && r.Program == program)
                .OrderByDescending(r => r.EndedAt)
                .FirstOrDefaultAsync(cancel);

    private async Task<Execution?> FindOpenAsync(SiteDb db, string? key, CancellationToken cancel)
    {
        // Without a trainer, data and program are unknown: assume that a begun execution goes on with those it began with.
        var (digest, program) = (trainers.DataSet?.Digest, trainers.Program);
        var open = await db.Runs.AsNoTracking()
            .Where(r => r.OrderKey == key && r.Leads && (r.State == RunState.Queued || r.State == RunState.Running)
                && r.PausedAt == null && r.PendingRate == null && !r.StopRequested && r.LastEpoch == null && !r.CancelRequested
                && (r.DataDigest == null || ((digest == null || r.DataDigest == digest) && (program == null || r.Program == program))))
            .OrderBy(r => r.CreatedAt)
            .Select(r => (Guid?)r.ExecutionId)
            .FirstOrDefaultAsync(cancel);
        return open is { } id ? await Execution.FindAsync(db, id, cancel) : null;
    }

    private async Task JoinAsync(SiteDb db, Execution execution, RunRecord run, CancellationToken cancel)
    {
        var leader = execution.Leader;
        db.Runs.Add(run);
        (run.ExecutionId, run.Leads) = (leader.ExecutionId, false);
        (run.TrunkId, run.TrunkEpochs) = (leader.TrunkId, leader.TrunkEpochs);
        execution.Add(run);
        execution.Mirror();
        await CopyEpochsAsync(db, leader, run, cancel);
        // The execution must be served no later than the newcomer would be alone.
        if (leader.State == RunState.Queued && board.Issue(run.ExecutionId, run.LearnerId, run.QueueGroup) is var offered && offered.CompareTo(leader.ToTicket()) < 0)
        {
            execution.HandOver(run);
            run.Take(offered);
        }

        await db.SaveChangesAsync(cancel);
        board.Joined(run.ToView(execution.Epochs, isShared: true));
        execution.Announce(board);
    }

    private async Task TakeAsync(SiteDb db, RunRecord run, RunRecord done, CancellationToken cancel)
    {
        (run.ExecutionId, run.Leads, run.QueueGroup) = (done.ExecutionId, false, null);
        (run.TrunkId, run.TrunkEpochs, run.Steering) = (done.TrunkId, done.TrunkEpochs, done.Steering);
        (run.State, run.StartedAt, run.Device, run.Program) = (RunState.Running, time.GetUtcNow(), done.Device, done.Program);
        (run.DataKind, run.DataTrainRows, run.DataValidRows, run.DataDigest) = (done.DataKind, done.DataTrainRows, done.DataValidRows, done.DataDigest);
        (run.ComputedAt, run.ComputedSeconds) = (done.ComputedAt ?? done.EndedAt, done.ComputedSeconds ?? done.Epochs.Sum(epoch => epoch.Seconds));
        await CopyEpochsAsync(db, done, run, cancel);
    }

    /// <summary>Each run has its own copies, so that deleting one run takes nothing from the others.</summary>
    private static async Task CopyEpochsAsync(SiteDb db, RunRecord from, RunRecord to, CancellationToken cancel)
    {
        db.Epochs.AddRange(from.Epochs.Select(epoch => epoch.ToResult().ToRecord(to.Id)));
        var confusions = await db.Confusions.AsNoTracking().Where(c => c.RunId == from.Id).ToListAsync(cancel);
        db.Confusions.AddRange(confusions.Select(c => new ConfusionRecord { RunId = to.Id, Epoch = c.Epoch, Counts = c.Counts }));
    }
}
