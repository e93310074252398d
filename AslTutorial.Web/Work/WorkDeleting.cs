using AslTutorial.Lessons.Library;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AslTutorial.Web.Work;

/// <summary>Deletes all that is kept of a learner: rows of every table that names learners, runs with their files.</summary>
internal sealed class WorkDeleting(
    SiteWriter writer, FloorLink floor, NotebookCells cells, OpenNotebooks notebooks, LessonLibrary lessons, CellRuns cellRuns, LearnerBook book, DepartedLearners departed)
{
    private const string LearnerColumn = nameof(RunRecord.LearnerId);

    /// <summary>Runs under way are cancelled. Tabs that are open with the work are told.</summary>
    public async Task DeleteAsync(string learner, CancellationToken cancel)
    {
        foreach (var lesson in cells.Lessons)
        {
            await cellRuns.InterruptAsync(new(learner, lesson));
        }

        await floor.CallAsync(there => there.DeleteAllAsync(learner)).WaitAsync(cancel);
        await writer.WriteAsync(db => DeleteRowsAsync(db, learner), cancel);
        await notebooks.ForgetAsync(learner, lessons.Slugs);
        book.Forget(learner);
        departed.Tell(learner);
    }

    private static async Task DeleteRowsAsync(SiteDb db, string learner)
    {
        foreach (var (table, column) in Tables(db.Model))
        {
            // The names are the model's.
#pragma warning disable EF1002
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM \"{table}\" WHERE \"{column}\" = {{0}}", learner);
#pragma warning restore EF1002
        }
    }

    /// <summary>Every table with a learner's rows, so that none is forgotten when another is added. Runs are deleted with their files.</summary>
    public static IEnumerable<(string Table, string Column)> Tables(IModel model) =>
        from entity in model.GetEntityTypes()
        where entity.ClrType != typeof(RunRecord)
        let property = entity.FindProperty(LearnerColumn) ?? (entity.ClrType.Name == "LearnerRecord" ? entity.FindProperty("Id") : null)
        where property is not null
        select (entity.GetTableName()!, property.GetColumnName());
}
