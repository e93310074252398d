using System.Collections.Immutable;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Notebooks;

/// <summary>Reads notebooks from the database.</summary>
internal sealed class NotebookStore(IDbContextFactory<SiteDb> databases)
{
    public async Task<NotebookContent> ReadAsync(NotebookKey key, CancellationToken cancel)
    {
        var (learner, lesson) = (key.Learner, key.Lesson);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var notebook = await db.Notebooks.AsNoTracking().FirstOrDefaultAsync(n => n.LearnerId == learner && n.Lesson == lesson, cancel);
        var values = await db.NotebookValues.AsNoTracking().Where(v => v.LearnerId == learner && v.Lesson == lesson).ToListAsync(cancel);
        var runs = notebook is null ? [] : await db.CellRuns.AsNoTracking().Where(r => r.LearnerId == learner && r.Lesson == lesson).ToListAsync(cancel);
        var work = await db.ExerciseWork.AsNoTracking().Where(w => w.LearnerId == learner && w.Lesson == lesson).ToListAsync(cancel);
        var last = work.Count == 0 ? [] : await LastAttemptsAsync(db, key, cancel);
        var questions = await db.QuestionAnswers.AsNoTracking().Where(q => q.LearnerId == learner && q.Lesson == lesson).ToListAsync(cancel);
        var read = await db.SectionsRead.Where(s => s.LearnerId == learner && s.Lesson == lesson).Select(s => s.Section).ToListAsync(cancel);
        return new(
            notebook?.Kernel ?? 0,
            notebook?.Count ?? 0,
            values.ToImmutableDictionary(v => (v.Cell, v.Name), v => v.Text),
            runs.ToImmutableDictionary(
                r => r.Cell, r => new CellRun(r.Kernel, r.Count, r.Fingerprint, r.DataDigest, r.Milliseconds, r.EndedAt, CellResultJson.Read(r.Result))),
            work.ToImmutableDictionary(
                w => w.Exercise, w => new ExerciseProgress(w.Attempts, w.Hints, w.SolvedAt, w.RevealedAt, last.GetValueOrDefault(w.Exercise))),
            questions.ToImmutableDictionary(q => q.Question, q => new QuestionAnswer(q.Text, q.Status, q.At)),
            [.. read]);
    }

    /// <summary>All attempts, the oldest first, without the results of executing them.</summary>
    public async Task<IReadOnlyList<AttemptRecord>> AttemptsAsync(NotebookKey key, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Attempts(db, key)
            .OrderBy(a => a.Id)
            .Select(a => new AttemptRecord
            {
                Id = a.Id,
                LearnerId = a.LearnerId,
                Lesson = a.Lesson,
                Exercise = a.Exercise,
                Answers = a.Answers,
                Status = a.Status,
                Mistake = a.Mistake,
                At = a.At,
            })
            .ToListAsync(cancel);
    }

    private static async Task<Dictionary<string, KeptAttempt>> LastAttemptsAsync(SiteDb db, NotebookKey key, CancellationToken cancel)
    {
        var newest = Attempts(db, key).GroupBy(a => a.Exercise).Select(g => g.Max(a => a.Id));
        var last = await db.Attempts.AsNoTracking().Where(a => newest.Contains(a.Id)).ToListAsync(cancel);
        return last.ToDictionary(a => a.Exercise, a => new KeptAttempt(a.Id, a.Answers, a.Outcome, a.Consequence));
    }

    private static IQueryable<AttemptRecord> Attempts(SiteDb db, NotebookKey key) =>
        db.Attempts.Where(a => a.LearnerId == key.Learner && a.Lesson == key.Lesson);
}
