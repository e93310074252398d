using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Runs;

/// <summary>Cancels runs: one that no trainer has at once, a running one by asking its trainer, which stops within a batch.</summary>
internal sealed class RunCancelling(
    IDbContextFactory<SiteDb> databases,
    IRunBoard board,
    RunFiles files,
    ITrainerOrders trainers,
    TimeProvider time,
    ILogger<RunCancelling> log)
{
    /// <summary>A trainer that has not stopped after this long is not waited for.</summary>
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

            if (run.State is RunState.Queued or RunState.Paused)
            {
                run.End(RunState.Cancelled, failure: null, time.GetUtcNow());
                await db.SaveChangesAsync(cancel);
                board.Changed(run.ToView());
                files.DeleteCheckpoints(run.Id);
                return CancelOutcome.Accepted;
            }

            var first = !run.CancelRequested;
            run.CancelRequested = true;
            await db.SaveChangesAsync(cancel);
            var lease = new RunLease(run.Id, run.Fence);
            trainers.Cancel(lease);
            if (first)
            {
                _ = EndWithoutTrainerAsync(lease);
            }

            return CancelOutcome.Accepted;
        }
    }

    /// <summary>A trainer that hangs must not keep a run from being cancelled; its later reports are refused.</summary>
    private async Task EndWithoutTrainerAsync(RunLease lease)
    {
        try
        {
            await Task.Delay(Patience, time);
            using (await board.EnterAsync(CancellationToken.None))
            {
                await using var db = await databases.CreateDbContextAsync();
                var run = await db.Runs.Include(r => r.Epochs).FirstOrDefaultAsync(r => r.Id == lease.RunId);
                if (run is { State: RunState.Running } && run.Fence == lease.Fence)
                {
                    log.LogWarning("Run {Run} is cancelled without its trainer, which has not answered", lease.RunId);
                    run.End(RunState.Cancelled, failure: null, time.GetUtcNow());
                    await db.SaveChangesAsync();
                    board.Changed(run.ToView());
                }
            }
        }
        catch (Exception e)
        {
            log.LogError(e, "Run {Run} could not be cancelled without its trainer", lease.RunId);
        }
    }
}
