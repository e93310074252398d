using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Runs;

/// <summary>
/// Cancels runs. A run without a trainer ends at once; a running one when its trainer stops, within a batch. A run that shares
/// its execution leaves it at once, and the execution goes on.
/// </summary>
internal sealed class RunCancelling(
    IDbContextFactory<SiteDb> databases,
    RunBoard board,
    RunFiles files,
    RunReplays replays,
    ITrainerOrders trainers,
    TimeProvider time,
    ILogger<RunCancelling> log)
{
    /// <summary>How long to wait for a trainer to stop before the run is ended without it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<CancelOutcome> CancelAsync(string learnerId, Guid runId, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var run = await db.Runs.Include(r => r.Epochs).FirstOrDefaultAsync(r => r.Id == runId, cancel);
            if (run is null)
            {
                return CancelOutcome.NotFound;
            }

            if (run.LearnerId != learnerId)
            {
                return CancelOutcome.NotOwner;
            }

            if (run.State.IsEnded())
            {
                return run.State == RunState.Cancelled ? CancelOutcome.Accepted : CancelOutcome.AlreadyEnded;
            }

            if (run.ComputedAt is not null)
            {
                var shown = replays.Stop(run.Id);
                run.Epochs.RemoveAll(epoch => epoch.Epoch >= shown);
                await LeaveAsync(db, run, cancel);
                return CancelOutcome.Accepted;
            }

            if (await Execution.FindAsync(db, run.ExecutionId, cancel) is { IsShared: true } execution)
            {
                execution.Release(run);
                await LeaveAsync(db, run, cancel);
                execution.Announce(board);
                return CancelOutcome.Accepted;
            }

            if (run.State is RunState.Queued or RunState.Paused)
            {
                run.End(RunState.Cancelled, failure: null, time.GetUtcNow());
                await db.SaveChangesAsync(cancel);
                board.Changed([run.ToView()]);
                await files.DeleteCheckpointsAsync(run.ExecutionId, cancel);
                return CancelOutcome.Accepted;
            }

            var first = !run.CancelRequested;
            run.CancelRequested = true;
            await db.SaveChangesAsync(cancel);
            var lease = run.ToLease();
            trainers.Cancel(lease);
            if (first)
            {
                _ = EndLaterAsync(lease);
            }

            return CancelOutcome.Accepted;
        }
    }

    /// <summary>Ends a cancelled run whose trainer has not stopped; its later reports are refused.</summary>
    public async Task EndNowAsync(RunLease lease, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var run = await db.Runs.Include(r => r.Epochs).FirstOrDefaultAsync(r => r.ExecutionId == lease.RunId && r.Leads, cancel);
            if (run is { State: RunState.Running, CancelRequested: true } && run.Fence == lease.Fence)
            {
                log.LogWarning("Run {Run} is cancelled without its trainer, which has not answered", lease.RunId);
                run.End(RunState.Cancelled, failure: null, time.GetUtcNow());
                await db.SaveChangesAsync(cancel);
                board.Changed([run.ToView()]);
            }
        }
    }

    /// <summary>Ends a run that leaves its execution, with a copy of its last epoch's weights: the execution's own will change.</summary>
    private async Task LeaveAsync(SiteDb db, RunRecord run, CancellationToken cancel)
    {
        run.End(RunState.Cancelled, failure: null, time.GetUtcNow());
        run.HasWeights = run.Epochs.Count > 0 && await files.KeepWeightsAsync(run.ExecutionId, run.Epochs.Count - 1, run.Id, cancel);
        await db.SaveChangesAsync(cancel);
        board.Told(run.ToView());
    }

    private async Task EndLaterAsync(RunLease lease)
    {
        try
        {
            await Task.Delay(Patience, time);
            await EndNowAsync(lease, CancellationToken.None);
        }
        catch (Exception e)
        {
            log.LogError(e, "Run {Run} could not be cancelled without its trainer; that is tried again", lease.RunId);
        }
    }
}
