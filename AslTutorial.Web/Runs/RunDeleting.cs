using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Runs;

/// <summary>Deletes runs with all that is kept of them; that there was one is remembered, for whoever follows a link to it.</summary>
internal sealed class RunDeleting(
    IDbContextFactory<SiteDb> databases, IRunBoard board, RunFiles files, ITrainerOrders trainers, TimeProvider time, ILogger<RunDeleting> log)
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

            // Epochs and confusions go with it.
            db.Runs.Remove(run);
            db.DeletedRuns.Add(new DeletedRunRecord { Id = runId, DeletedAt = time.GetUtcNow() });
            await db.SaveChangesAsync(cancel);
            board.Forget(runId);
            DeleteFiles(runId);
            return DeleteOutcome.Deleted;
        }
    }

    /// <summary>All of a learner's, those under way included: their trainers are told to stop, and their reports are refused from then on.</summary>
    public async Task DeleteAllAsync(string learnerId, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var runs = await db.Runs.Include(r => r.Epochs).Where(r => r.LearnerId == learnerId).ToListAsync(cancel);
            var now = time.GetUtcNow();
            var leases = runs.Where(r => r.State == RunState.Running).Select(r => new RunLease(r.Id, r.Fence)).ToList();
            var open = runs.Where(r => !r.State.IsEnded()).ToList();
            db.Runs.RemoveRange(runs);
            db.DeletedRuns.AddRange(runs.Select(r => new DeletedRunRecord { Id = r.Id, DeletedAt = now }));
            await db.SaveChangesAsync(cancel);
            leases.ForEach(trainers.Cancel);
            foreach (var run in open)
            {
                // Out of the queue, and its watchers hear that it has ended.
                run.End(RunState.Cancelled, failure: null, now);
                board.Changed(run.ToView());
            }

            foreach (var run in runs)
            {
                board.Forget(run.Id);
                DeleteFiles(run.Id);
            }
        }
    }

    /// <summary>When a run was deleted; null where it was not.</summary>
    public async Task<DateTimeOffset?> FindAsync(Guid runId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (await db.DeletedRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == runId, cancel))?.DeletedAt;
    }

    private void DeleteFiles(Guid runId)
    {
        try
        {
            files.Delete(runId);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(e, "The files of the deleted run {Run} are still there", runId);
        }
    }
}
