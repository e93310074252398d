using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Runs;

/// <summary>
/// Paused runs, which nobody shares: first still held by their trainer, after a while freed from it. A freed run is in no queue
/// and has a higher fence, so later reports of the old trainer are refused.
/// </summary>
internal sealed class RunPauses(
    IDbContextFactory<SiteDb> databases,
    RunBoard board,
    ITrainerOrders trainers,
    IOptions<RunOptions> options,
    TimeProvider time,
    ILogger<RunPauses> log)
{
    /// <summary>Pauses a waiting or running run. The caller holds the board's gate and saves.</summary>
    public void Pause(RunRecord run)
    {
        if (run.PausedAt is not null)
        {
            return;
        }

        run.PausedAt = time.GetUtcNow();
        if (run.State == RunState.Queued)
        {
            run.State = RunState.Paused;
            return;
        }

        run.FreesAt = run.PausedAt + TimeSpan.FromSeconds(options.Value.PauseSeconds);
        _ = FreeLaterAsync(run.ToLease(), run.FreesAt.Value);
    }

    /// <summary>Takes a paused run from its trainer. The caller holds the board's gate and saves.</summary>
    public static void Free(RunRecord run)
    {
        run.State = RunState.Paused;
        run.Fence++;
        run.FreesAt = null;
    }

    /// <summary>Takes a paused run from its trainer once its time is over.</summary>
    /// <param name="freesAt">As set by that pause: if the run was paused anew since, it has another time and stays.</param>
    public async Task FreeNowAsync(RunLease lease, DateTimeOffset freesAt, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var run = await db.Runs.Include(r => r.Epochs).FirstOrDefaultAsync(r => r.ExecutionId == lease.RunId && r.Leads, cancel);
            if (run is { State: RunState.Running } && run.Fence == lease.Fence && run.FreesAt == freesAt)
            {
                Free(run);
                await db.SaveChangesAsync(cancel);
                log.LogInformation("Run {Run} is paused and lets its trainer go", lease.RunId);
                board.Changed([run.ToView()]);
                trainers.Cancel(lease);
            }
        }
    }

    private async Task FreeLaterAsync(RunLease lease, DateTimeOffset freesAt)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(options.Value.PauseSeconds), time);
            await FreeNowAsync(lease, freesAt, CancellationToken.None);
        }
        catch (Exception e)
        {
            log.LogError(e, "Run {Run} is paused and could not let its trainer go; that is tried again", lease.RunId);
        }
    }
}
