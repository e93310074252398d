using AslTutorial.Lessons.Library;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AslTutorial.Web.Work;

/// <summary>Deletes all data of a learner: rows of every table with a learner column, and runs with their files.</summary>
internal sealed class WorkDeleting(
    SiteWriter writer, FloorLink floor, NotebookCells cells, OpenNotebooks notebooks, LessonLibrary lessons, CellRuns cellRuns, LearnerBook book, DepartedLearners departed)
{
    private const string LearnerColumn = nameof(RunRecord.LearnerId);

    /// <summary>Cancels the learner's runs first; tells all open pages of the learner.</summary>
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

    /// <summary>All tables with rows of learners, from the model, so that new ones are included. Not runs, which have files.</summary>
    public static IEnumerable<(string Table, string Column)> Tables(IModel model) =>
        from entity in model.GetEntityTypes()
        where entity.ClrType != typeof(RunRecord)
        let property = entity.FindProperty(LearnerColumn) ?? (entity.ClrType.Name == "LearnerRecord" ? entity.FindProperty("Id") : null)
        where property is not null
        select (entity.GetTableName()!, property.GetColumnName());
}
