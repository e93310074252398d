using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Exercises;

/// <summary>Keeps the learners' work in the database.</summary>
internal sealed class ExerciseStore(IDbContextFactory<SiteDb> databases, SiteWriter writer, IOptions<ExerciseOptions> options, TimeProvider time)
{
    public async Task<StoredWork> OpenAsync(NotebookKey key, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var work = await Work(db, key).AsNoTracking().ToListAsync(cancel);
        var newest = Attempts(db, key).GroupBy(a => a.Exercise).Select(g => g.Max(a => a.Id));
        var last = work.Count == 0 ? [] : await db.Attempts.AsNoTracking().Where(a => newest.Contains(a.Id)).ToListAsync(cancel);
        var questions = await Questions(db, key).AsNoTracking().ToListAsync(cancel);
        return new(work.ToDictionary(w => w.Exercise), last.ToDictionary(a => a.Exercise), questions.ToDictionary(q => q.Question));
    }

    /// <summary>All attempts, the oldest first, without what executing them led to.</summary>
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

    /// <summary>Keeps an attempt; the same answers as the last time are that one again.</summary>
    /// <returns>Its id.</returns>
    public Task<long> KeepAttemptAsync(NotebookKey key, string exercise, string answers, Verdict verdict) => writer.WriteAsync(async db =>
    {
        var work = await FindAsync(db, key, exercise);
        var own = Attempts(db, key).Where(a => a.Exercise == exercise);
        var attempt = await own.OrderByDescending(a => a.Id).FirstOrDefaultAsync();
        if (attempt?.Answers != answers)
        {
            attempt = new() { LearnerId = key.Learner, Lesson = key.Lesson, Exercise = exercise, Answers = answers, Status = "" };
            db.Attempts.Add(attempt);
            work.Attempts++;
        }

        var now = time.GetUtcNow();
        (attempt.Status, attempt.Mistake, attempt.At) = (Code(verdict.Status), verdict.Mistake?.Id, now);
        work.SolvedAt ??= verdict.Status == VerdictStatus.Correct ? now : null;
        await db.SaveChangesAsync();

        // What earlier attempts led to is shown nowhere.
        await own.Where(a => a.Id != attempt.Id && a.Outcome != null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Outcome, (byte[]?)null).SetProperty(a => a.Consequence, (byte[]?)null));
        var kept = own.OrderByDescending(a => a.Id).Select(a => a.Id).Take(options.Value.KeptAttempts);
        await own.Where(a => !kept.Contains(a.Id)).ExecuteDeleteAsync();
        return attempt.Id;
    });

    public Task<int> KeepOutcomeAsync(long attempt, ExecutedOutcome outcome) => writer.WriteAsync(db => db.Attempts
        .Where(a => a.Id == attempt)
        .ExecuteUpdateAsync(set => set.SetProperty(a => a.Outcome, WorkJson.Write(outcome))));

    public Task KeepConsequenceAsync(long attempt, Consequence consequence) => writer.WriteAsync(db => db.Attempts
        .Where(a => a.Id == attempt)
        .ExecuteUpdateAsync(set => set.SetProperty(a => a.Consequence, WorkJson.Write(consequence))));

    /// <param name="change">What is to become of it; may leave it as it is.</param>
    public Task ChangeAsync(NotebookKey key, string exercise, Action<ExerciseWorkRecord> change) => writer.WriteAsync(async db =>
    {
        change(await FindAsync(db, key, exercise));
        return await db.SaveChangesAsync();
    });

    /// <summary>Keeps the answer to a question, unless there is one.</summary>
    public Task AnswerAsync(NotebookKey key, string question, string text, VerdictStatus status) => writer.WriteAsync(async db =>
    {
        if (!await Questions(db, key).AnyAsync(q => q.Question == question))
        {
            db.QuestionAnswers.Add(new()
            {
                LearnerId = key.Learner,
                Lesson = key.Lesson,
                Question = question,
                Text = text,
                Status = Code(status),
                At = time.GetUtcNow(),
            });
        }

        return await db.SaveChangesAsync();
    });

    private static string Code(VerdictStatus status) => status.ToString().ToLowerInvariant();

    private static async Task<ExerciseWorkRecord> FindAsync(SiteDb db, NotebookKey key, string exercise)
    {
        if (await Work(db, key).FirstOrDefaultAsync(w => w.Exercise == exercise) is { } known)
        {
            return known;
        }

        var work = new ExerciseWorkRecord { LearnerId = key.Learner, Lesson = key.Lesson, Exercise = exercise };
        db.ExerciseWork.Add(work);
        return work;
    }

    private static IQueryable<ExerciseWorkRecord> Work(SiteDb db, NotebookKey key) =>
        db.ExerciseWork.Where(w => w.LearnerId == key.Learner && w.Lesson == key.Lesson);

    private static IQueryable<AttemptRecord> Attempts(SiteDb db, NotebookKey key) =>
        db.Attempts.Where(a => a.LearnerId == key.Learner && a.Lesson == key.Lesson);

    private static IQueryable<QuestionAnswerRecord> Questions(SiteDb db, NotebookKey key) =>
        db.QuestionAnswers.Where(q => q.LearnerId == key.Learner && q.Lesson == key.Lesson);
}
