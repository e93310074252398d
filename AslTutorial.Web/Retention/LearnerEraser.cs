using AslTutorial.Lessons.Library;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Retention;

/// <summary>Deletes all data of a learner in small steps, so that other writers wait only for one step.</summary>
internal sealed class LearnerEraser(IDbContextFactory<SiteDb> databases, SiteWriter writer, IRunService runs, OpenNotebooks notebooks, LessonLibrary lessons, LearnerBook book, TimeProvider time)
{
    private const int Rows = 200;
    private const string Learners = nameof(SiteDb.Learners);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <returns>False if data is left because a run has not ended: try again later.</returns>
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

        List<(string Table, string Column)> tables;
        await using (var model = await databases.CreateDbContextAsync(cancel))
        {
            // The learner's own row last, so that an interrupted deletion is found again.
            tables = [.. WorkDeleting.Tables(model.Model).OrderBy(one => one.Table == Learners)];
        }

        foreach (var (table, column) in tables)
        {
            while (await DeleteSomeAsync(table, column, learner, cancel) == Rows)
            {
                await Task.Delay(Pause, time, cancel);
            }
        }

        await notebooks.ForgetAsync(learner, lessons.Slugs);
        book.Forget(learner);
        return true;
    }

    private async Task<List<Guid>> RunsOfAsync(string learner, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Runs.Where(run => run.LearnerId == learner).Select(run => run.Id).ToListAsync(cancel);
    }

#pragma warning disable EF1002 // The names are the model's.
    private Task<int> DeleteSomeAsync(string table, string column, string learner, CancellationToken cancel) => writer.WriteAsync(
        db => db.Database.ExecuteSqlRawAsync(
            $$"""DELETE FROM "{{table}}" WHERE {{db.RowColumn}} IN (SELECT {{db.RowColumn}} FROM "{{table}}" WHERE "{{column}}" = {0} LIMIT {{Rows}})""", learner),
        cancel);
#pragma warning restore EF1002
}
