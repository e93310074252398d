using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Runs;

/// <summary>Takes trainers' reports: stored first, then told to the watchers. False refuses the lease.</summary>
internal sealed class RunReports(
    IDbContextFactory<SiteDb> databases,
    IRunBoard board,
    RunFiles files,
    TimeProvider time,
    IEnumerable<IAfterRun> listeners,
    SiteMetrics metrics,
    ILogger<RunReports> log)
{
    public bool Batch(RunLease lease, BatchProgress progress)
    {
        if (!ReportRanges.IsSound(progress) || !board.Batch(lease, progress))
        {
            return false;
        }

        metrics.Batch(lease, progress);
        return true;
    }

    /// <summary>An epoch reported again changes nothing.</summary>
    public async Task<bool> EpochAsync(RunLease lease, EpochResult result, ConfusionMatrix confusion, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var run = await FindAsync(db, lease, cancel);
            if (run is not { State: RunState.Running } || !IsSound(run, result, confusion))
            {
                return false;
            }

            if (run.Epochs.Any(e => e.Epoch == result.Epoch))
            {
                return true;
            }

            db.Epochs.Add(result.ToRecord(run.Id));
            run.LossesInARow = 0;
            db.Confusions.Add(new ConfusionRecord { RunId = run.Id, Epoch = result.Epoch, Counts = confusion.Counts });
            await db.SaveChangesAsync(cancel);
            board.EpochDone(run.ToView(), result);
            return true;
        }
    }

    public async Task<bool> SteeredAsync(RunLease lease, SteeredRun steered, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            if (await FindAsync(db, lease, cancel) is not { State: RunState.Running } run)
            {
                return false;
            }

            if (!run.TryTake(steered))
            {
                log.LogError("A report of how run {Run} was steered makes no sense and is refused", run.Id);
                return false;
            }

            await db.SaveChangesAsync(cancel);
            board.Changed(run.ToView());
            return true;
        }
    }

    /// <summary>An end reported again, after an answer was lost, is answered true.</summary>
    public async Task<bool> EndAsync(RunLease lease, RunEnd end, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var run = await FindAsync(db, lease, cancel);
            if (run is null or { State: RunState.Queued or RunState.Paused })
            {
                return false;
            }

            if (run.State.IsEnded())
            {
                return true;
            }

            var state = end.Outcome switch
            {
                RunOutcome.Completed => RunState.Completed,
                RunOutcome.Cancelled => RunState.Cancelled,
                _ => RunState.Failed,
            };
            var failure = state == RunState.Failed
                ? ReportRanges.Tidy(end.Failure ?? new RunFailure(RunFailureCodes.Internal, ""))
                : null;
            run.HasWeights = files.HasWeights(run.Id);
            run.End(state, failure, time.GetUtcNow());
            await db.SaveChangesAsync(cancel);
            log.LogInformation("Run {Run} has ended: {State}", run.Id, state);
            var view = run.ToView();
            board.Changed(view);
            files.DeleteCheckpoints(run.Id);
            foreach (var listener in listeners)
            {
                await listener.RunEndedAsync(run.LearnerId, view);
            }

            return true;
        }
    }

    private static Task<RunRecord?> FindAsync(SiteDb db, RunLease lease, CancellationToken cancel) => db.Runs
        .Include(r => r.Epochs)
        .FirstOrDefaultAsync(r => r.Id == lease.RunId && r.Fence == lease.Fence, cancel);

    private bool IsSound(RunRecord run, EpochResult e, ConfusionMatrix confusion)
    {
        var sound = e.Epoch < run.EpochsWanted && ReportRanges.IsSound(e, run.Epochs.Count, run.Recipe is not null) && ReportRanges.IsSound(confusion);
        if (!sound)
        {
            log.LogError("A report of epoch {Epoch} of run {Run} makes no sense and is refused", e.Epoch, run.Id);
        }

        return sound;
    }
}
