using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Condition;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Runs;

/// <summary>
/// Deletes runs and all their data; only id and time are kept, to tell followers of a link. Files are deleted with the last run
/// that shows their execution.
/// </summary>
internal sealed class RunDeleting(
    IDbContextFactory<SiteDb> databases,
    RunBoard board,
    RunFiles files,
    RunReplays replays,
    ITrainerOrders trainers,
    TimeProvider time,
    ILogger<RunDeleting> log)
{
    public async Task<DeleteOutcome> DeleteAsync(string learnerId, Guid runId, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var run = await db.Runs.FirstOrDefaultAsync(r => r.Id == runId, cancel);
            if (run is null)
            {
                return DeleteOutcome.NotFound;
            }

            if (run.LearnerId != learnerId)
            {
                return DeleteOutcome.NotOwner;
            }

            if (!run.State.IsEnded())
            {
                return DeleteOutcome.UnderWay;
            }

            await RemoveAsync(db, run, cancel);
            return DeleteOutcome.Deleted;
        }
    }

    /// <summary>
    /// Deletes all runs of a learner, also those under way. An execution that nobody else shares is ended: its trainer is told to stop
    /// and later reports are refused.
    /// </summary>
    public async Task DeleteAllAsync(string learnerId, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var runs = await db.Runs.Include(r => r.Epochs).Where(r => r.LearnerId == learnerId).ToListAsync(cancel);
            foreach (var run in runs)
            {
                await EndAsync(db, run, cancel);
                await RemoveAsync(db, run, cancel);
            }
        }
    }

    /// <summary>When a run was deleted; null if it was not.</summary>
    public async Task<DateTimeOffset?> FindAsync(Guid runId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (await db.DeletedRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == runId, cancel))?.DeletedAt;
    }

    /// <summary>Ends the run for its watchers, and its execution if nobody else shares it.</summary>
    private async Task EndAsync(SiteDb db, RunRecord run, CancellationToken cancel)
    {
        if (run.State.IsEnded())
        {
            return;
        }

        replays.Stop(run.Id);
        var execution = run.ComputedAt is null ? await Execution.FindAsync(db, run.ExecutionId, cancel) : null;
        RunLease? lease = execution is { IsShared: false } && run.State == RunState.Running ? run.ToLease() : null;
        if (execution is { IsShared: true })
        {
            execution.Release(run);
        }

        run.End(RunState.Cancelled, failure: null, time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        if (execution is { IsShared: false } && execution.Leader == run)
        {
            board.Changed([run.ToView()]);
        }
        else
        {
            board.Told(run.ToView());
            execution?.Announce(board);
        }

        if (lease is not null)
        {
            trainers.Cancel(lease);
        }
    }

    private async Task RemoveAsync(SiteDb db, RunRecord run, CancellationToken cancel)
    {
        // The database deletes its epochs and confusion matrices too.
        db.Runs.Remove(run);
        db.DeletedRuns.Add(new DeletedRunRecord { Id = run.Id, DeletedAt = time.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
        board.Forget(run.Id);
        foreach (var id in new[] { run.ExecutionId, run.TrunkId }.OfType<Guid>())
        {
            var isWanted = await db.Runs.AnyAsync(r => r.ExecutionId == id || r.TrunkId == id, cancel);
            await DeleteFilesAsync(id, isWanted ? run.Id : null, cancel);
        }
    }

    /// <param name="only">Delete only this run's files; null for the whole folder.</param>
    private async Task DeleteFilesAsync(Guid executionId, Guid? only, CancellationToken cancel)
    {
        try
        {
            if (only is { } runId)
            {
                await files.DeleteLeftAsync(executionId, runId, cancel);
            }
            else
            {
                await files.DeleteAsync(executionId, cancel);
            }
        }
        catch (Exception e) when (StorageFailure.IsOne(e))
        {
            log.LogWarning(e, "Files of the deleted run {Run} are still there", executionId);
        }
    }
}
