using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Runs;

/// <summary>Takes trainers' reports: stores them, then tells the watchers. False: the lease is not valid (any more).</summary>
internal sealed class RunReports(
    IDbContextFactory<SiteDb> databases,
    RunBoard board,
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

    /// <summary>Idempotent: a repeated report changes nothing.</summary>
    public async Task<bool> EpochAsync(RunLease lease, EpochResult result, ConfusionMatrix confusion, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            if (await FindAsync(db, lease, cancel) is not { Leader: { State: RunState.Running } run } execution || !IsSound(run, result, confusion))
            {
                return false;
            }

            if (run.Epochs.Any(e => e.Epoch == result.Epoch))
            {
                return true;
            }

            foreach (var one in execution.All)
            {
                db.Epochs.Add(result.ToRecord(one.Id));
                db.Confusions.Add(new ConfusionRecord { RunId = one.Id, Epoch = result.Epoch, Counts = confusion.Counts });
            }

            run.LossesInARow = 0;
            await db.SaveChangesAsync(cancel);
            board.EpochDone(execution.Views(), result);
            return true;
        }
    }

    public async Task<bool> SteeredAsync(RunLease lease, SteeredRun steered, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            if (await FindAsync(db, lease, cancel) is not { Leader: { State: RunState.Running } run } execution)
            {
                return false;
            }

            if (!run.TryTake(steered))
            {
                log.LogError("A report of how run {Run} was steered makes no sense and is refused", run.Id);
                return false;
            }

            execution.Mirror();
            await db.SaveChangesAsync(cancel);
            board.Changed(execution.Views());
            return true;
        }
    }

    /// <summary>Idempotent: a trainer repeats the report if the answer was lost.</summary>
    public async Task<bool> EndAsync(RunLease lease, RunEnd end, CancellationToken cancel)
    {
        var (isTaken, ended) = await StoreAsync(lease, end, cancel);
        // Outside the gate: a shared execution may have the runs of a whole class.
        foreach (var (learner, view) in ended)
        {
            foreach (var listener in listeners)
            {
                await listener.RunEndedAsync(learner, view);
            }
        }

        return isTaken;
    }

    private async Task<(bool IsTaken, IReadOnlyList<(string Learner, RunView View)> Ended)> StoreAsync(RunLease lease, RunEnd end, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            if (await FindAsync(db, lease, cancel) is not { Leader: { State: not (RunState.Queued or RunState.Paused) } run } execution)
            {
                return (false, []);
            }

            if (run.State.IsEnded())
            {
                return (true, []);
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
            run.HasWeights = await files.HasWeightsAsync(run.ExecutionId, cancel);
            run.End(state, failure, time.GetUtcNow());
            // Computed from what was really trained: with its steering, and as many epochs as there are.
            run.OrderKey = state == RunState.Completed && run.Epochs.Count > 0 ? OrderKey.Of(run.ToView().SettingsToRepeat()) : null;
            execution.Mirror();
            await db.SaveChangesAsync(cancel);
            log.LogInformation("Run {Run} has ended: {State}", lease.RunId, state);
            var views = execution.Views();
            board.Changed(views);
            await files.DeleteCheckpointsAsync(lease.RunId, cancel);
            return (true, [.. execution.All.Select(one => one.LearnerId).Zip(views)]);
        }
    }

    private static async Task<Execution?> FindAsync(SiteDb db, RunLease lease, CancellationToken cancel) =>
        await Execution.FindAsync(db, lease.RunId, cancel) is { } found && found.Leader.Fence == lease.Fence ? found : null;

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
