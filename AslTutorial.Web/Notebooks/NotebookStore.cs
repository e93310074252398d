using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Notebooks;

/// <summary>Keeps notebooks in the database.</summary>
internal sealed class NotebookStore(IDbContextFactory<SiteDb> databases, SiteWriter writer, TimeProvider time)
{
    public const int MaxValues = 200;

    /// <param name="results">Whether what came of the runs is needed too.</param>
    public async Task<StoredNotebook> OpenAsync(NotebookKey key, bool results, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var notebook = await Notebooks(db, key).AsNoTracking().FirstOrDefaultAsync(cancel);
        var values = await Values(db, key).AsNoTracking().ToListAsync(cancel);
        var runs = notebook is null ? [] : await Runs(db, key)
            .Select(r => new { r.Cell, r.Kernel, r.Count, r.Fingerprint, r.DataDigest, r.Milliseconds, r.EndedAt, Result = results ? r.Result : null })
            .ToListAsync(cancel);
        var kernel = notebook?.Kernel ?? 0;
        return new(
            kernel,
            notebook?.Count ?? 0,
            values.ToDictionary(v => (v.Cell, v.Name), v => v.Text),
            runs.ToDictionary(
                r => r.Cell,
                r => new StoredCell(r.Kernel == kernel ? r.Count : null, r.Fingerprint, r.DataDigest, r.Milliseconds, r.EndedAt)),
            runs.Where(r => r.Result is not null)
                .Select(r => (r.Cell, Result: CellResultJson.Read(r.Result!)))
                .Where(r => r.Result is not null)
                .ToDictionary(r => r.Cell, r => r.Result!));
    }

    /// <returns>False where the notebook is full.</returns>
    public Task<bool> SetValueAsync(NotebookKey key, string cell, string name, string? text, CancellationToken cancel) =>
        writer.WriteAsync(db => SetValueAsync(db, key, cell, name, text), cancel);

    /// <summary>Keeps a run as the cell's last; the runs of a notebook come one at a time.</summary>
    /// <param name="kernel">In which it was begun.</param>
    /// <returns>The n of In [n].</returns>
    public Task<int> KeepRunAsync(NotebookKey key, int kernel, string cell, string fingerprint, string digest, CellResult result) =>
        writer.WriteAsync(db => KeepRunAsync(db, key, kernel, cell, fingerprint, digest, result));

    /// <summary>Begins a new kernel: outputs stay, counts begin anew.</summary>
    public Task BeginKernelAsync(NotebookKey key) => writer.WriteAsync(
        db => Notebooks(db, key).ExecuteUpdateAsync(set => set.SetProperty(n => n.Kernel, n => n.Kernel + 1).SetProperty(n => n.Count, 0)));

    private static async Task<bool> SetValueAsync(SiteDb db, NotebookKey key, string cell, string name, string? text)
    {
        var (learner, lesson) = (key.Learner, key.Lesson);
        if (text is null)
        {
            await Values(db, key).Where(v => v.Cell == cell && v.Name == name).ExecuteDeleteAsync();
            return true;
        }

        if (await Values(db, key).CountAsync(v => v.Cell != cell || v.Name != name) >= MaxValues)
        {
            return false;
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "NotebookValues" ("LearnerId", "Lesson", "Cell", "Name", "Text") VALUES ({learner}, {lesson}, {cell}, {name}, {text})
            ON CONFLICT ("LearnerId", "Lesson", "Cell", "Name") DO UPDATE SET "Text" = excluded."Text"
            """);
        return true;
    }

    private async Task<int> KeepRunAsync(SiteDb db, NotebookKey key, int kernel, string cell, string fingerprint, string digest, CellResult result)
    {
        // Counted in the database: a restart may begin a new kernel between any two statements, whose count is not this run's.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Notebooks" ("LearnerId", "Lesson", "Kernel", "Count") VALUES ({key.Learner}, {key.Lesson}, {kernel}, 1)
            ON CONFLICT ("LearnerId", "Lesson") DO UPDATE SET "Count" = "Notebooks"."Count" + 1 WHERE "Notebooks"."Kernel" = excluded."Kernel"
            """);
        var count = await Notebooks(db, key).Select(n => n.Count).SingleAsync();
        var run = await Runs(db, key).FirstOrDefaultAsync(r => r.Cell == cell);
        if (run is null)
        {
            run = new() { LearnerId = key.Learner, Lesson = key.Lesson, Cell = cell, Fingerprint = fingerprint, DataDigest = digest, Result = [] };
            db.CellRuns.Add(run);
        }

        (run.Kernel, run.Count, run.Fingerprint, run.DataDigest) = (kernel, count, fingerprint, digest);
        (run.Result, run.Milliseconds, run.EndedAt) = (CellResultJson.Write(result), result.Milliseconds, time.GetUtcNow());
        await db.SaveChangesAsync();
        return count;
    }

    private static IQueryable<NotebookRecord> Notebooks(SiteDb db, NotebookKey key) =>
        db.Notebooks.Where(n => n.LearnerId == key.Learner && n.Lesson == key.Lesson);

    private static IQueryable<NotebookValueRecord> Values(SiteDb db, NotebookKey key) =>
        db.NotebookValues.Where(v => v.LearnerId == key.Learner && v.Lesson == key.Lesson);

    private static IQueryable<CellRunRecord> Runs(SiteDb db, NotebookKey key) =>
        db.CellRuns.Where(r => r.LearnerId == key.Learner && r.Lesson == key.Lesson);
}
