using AslTutorial.Web.Admission;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Retention;

/// <summary>Deletes everything that is kept of a learner, in small steps: whoever writes meanwhile waits for one of them at most.</summary>
internal sealed class LearnerEraser(IDbContextFactory<SiteDb> databases, WriteTurns turns, IRunService runs, LearnerBook book, TimeProvider time)
{
    private const int Rows = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // Each has its learner's name in a column LearnerId.
    private static readonly string[] Tables =
        ["ConfusionNotes", "Attempts", "ExerciseWork", "QuestionAnswers", "CellRuns", "NotebookValues", "Notebooks", "SectionsRead"];

    /// <returns>False where something is left, because a run has not ended: to be tried again.</returns>
    public async Task<bool> DeleteAsync(string learner, CancellationToken cancel)
    {
        foreach (var id in await RunsOfAsync(learner, cancel))
        {
            if (await runs.DeleteAsync(learner, id, cancel) == DeleteOutcome.UnderWay)
            {
                return false;
            }

            await Task.Delay(Pause, time, cancel);
        }

        foreach (var table in Tables)
        {
            while (await DeleteSomeAsync(table, learner, cancel) == Rows)
            {
                await Task.Delay(Pause, time, cancel);
            }
        }

        using (await turns.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            await db.Learners.Where(one => one.Id == learner).ExecuteDeleteAsync(cancel);
        }

        book.Forget(learner);
        return true;
    }

    private async Task<List<Guid>> RunsOfAsync(string learner, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Runs.Where(run => run.LearnerId == learner).Select(run => run.Id).ToListAsync(cancel);
    }

    private async Task<int> DeleteSomeAsync(string table, string learner, CancellationToken cancel)
    {
        using var turn = await turns.EnterAsync(cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
#pragma warning disable EF1002 // The table is one of those above.
        return await db.Database.ExecuteSqlRawAsync(
            $"""DELETE FROM "{table}" WHERE rowid IN (SELECT rowid FROM "{table}" WHERE "LearnerId" = @learner LIMIT {Rows})""",
            [new Microsoft.Data.Sqlite.SqliteParameter("@learner", learner)],
            cancel);
#pragma warning restore EF1002
    }
}
