using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Runs;

/// <summary>Deletes runs with all that is kept of them; that there was one is remembered, for whoever follows a link to it.</summary>
internal sealed class RunDeleting(
    IDbContextFactory<SiteDb> databases, IRunBoard board, RunFiles files, TimeProvider time, ILogger<RunDeleting> log)
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
