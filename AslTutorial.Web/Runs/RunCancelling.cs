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
                _ = EndLaterAsync(lease);
            }

            return CancelOutcome.Accepted;
        }
    }

    /// <summary>Ends a run whose trainer was told to stop and has not; its later reports are refused.</summary>
    public async Task EndNowAsync(RunLease lease, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var run = await db.Runs.Include(r => r.Epochs).FirstOrDefaultAsync(r => r.Id == lease.RunId, cancel);
            if (run is { State: RunState.Running, CancelRequested: true } && run.Fence == lease.Fence)
            {
                log.LogWarning("Run {Run} is cancelled without its trainer, which has not answered", lease.RunId);
                run.End(RunState.Cancelled, failure: null, time.GetUtcNow());
                await db.SaveChangesAsync(cancel);
                board.Changed(run.ToView());
            }
        }
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
