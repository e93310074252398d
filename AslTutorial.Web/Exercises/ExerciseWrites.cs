using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Exercises;

/// <summary>
/// Writes a notebook's work on exercises and questions. The SQL itself decides what is counted or stored only once, so that two owners
/// writing at the same time (if a node was given up too early) lose nothing.
/// </summary>
internal static class ExerciseWrites
{
    public static string Code(VerdictStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>Stores an attempt; the same answers as last time update the last attempt.</summary>
    public static async Task<ExerciseProgress> AttemptAsync(SiteDb db, NotebookKey key, ExerciseProgress known, Attempt made)
    {
        var last = known.Last;
        var isAgain = last?.Answers == made.Answers;
        if (isAgain)
        {
            last = last! with { Outcome = made.Outcome ?? last.Outcome };
            await db.Attempts.Where(a => a.Id == last.Id).ExecuteUpdateAsync(set => set
                .SetProperty(a => a.Status, made.Status)
                .SetProperty(a => a.Mistake, made.Mistake)
                .SetProperty(a => a.At, made.At)
                .SetProperty(a => a.Outcome, last.Outcome));
        }
        else
        {
            await ForgetEarlierAsync(db, key, made, known);
            last = new(await AddAsync(db, key, made), made.Answers, made.Outcome, Consequence: null);
        }

        var isSolved = made.Status == Code(VerdictStatus.Correct);
        return await KeepAsync(db, key, made.Exercise, known with { SolvedAt = known.SolvedAt ?? (isSolved ? made.At : null), Last = last }, isAgain ? 0 : 1);
    }

    public static Task OutcomeAsync(SiteDb db, long attempt, byte[] outcome) =>
        db.Attempts.Where(a => a.Id == attempt).ExecuteUpdateAsync(set => set.SetProperty(a => a.Outcome, outcome));

    public static Task DamageAsync(SiteDb db, long attempt, byte[] consequence) =>
        db.Attempts.Where(a => a.Id == attempt).ExecuteUpdateAsync(set => set.SetProperty(a => a.Consequence, consequence));

    /// <param name="more">Attempts to add to the stored count.</param>
    /// <returns>The progress as stored.</returns>
    public static async Task<ExerciseProgress> KeepAsync(SiteDb db, NotebookKey key, string exercise, ExerciseProgress now, int more = 0)
    {
        var kept = await db.Database.SqlQuery<KeptProgress>(
            $"""
            INSERT INTO "ExerciseWork" ("LearnerId", "Lesson", "Exercise", "Attempts", "Hints", "SolvedAt", "RevealedAt")
            VALUES ({key.Learner}, {key.Lesson}, {exercise}, {now.Attempts + more}, {now.Hints}, {now.SolvedAt?.UtcTicks}, {now.RevealedAt?.UtcTicks})
            ON CONFLICT ("LearnerId", "Lesson", "Exercise") DO UPDATE SET "Attempts" = "ExerciseWork"."Attempts" + {more},
                "Hints" = CASE WHEN excluded."Hints" > "ExerciseWork"."Hints" THEN excluded."Hints" ELSE "ExerciseWork"."Hints" END,
                "SolvedAt" = COALESCE("ExerciseWork"."SolvedAt", excluded."SolvedAt"),
                "RevealedAt" = COALESCE("ExerciseWork"."RevealedAt", excluded."RevealedAt")
            RETURNING "Attempts", "Hints", "SolvedAt", "RevealedAt"
            """).ToListAsync();
        var row = kept.Single();
        return now with { Attempts = row.Attempts, Hints = row.Hints, SolvedAt = Time(row.SolvedAt), RevealedAt = Time(row.RevealedAt) };
    }

    public static Task AnswerAsync(SiteDb db, NotebookKey key, string question, QuestionAnswer answer) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "QuestionAnswers" ("LearnerId", "Lesson", "Question", "Text", "Status", "At")
        VALUES ({key.Learner}, {key.Lesson}, {question}, {answer.Text}, {answer.Status}, {answer.At.UtcTicks})
        ON CONFLICT ("LearnerId", "Lesson", "Question") DO NOTHING
        """);

    private static DateTimeOffset? Time(long? ticks) => ticks is { } known ? new(known, TimeSpan.Zero) : null;

    private static async Task<long> AddAsync(SiteDb db, NotebookKey key, Attempt made)
    {
        var row = new AttemptRecord
        {
            LearnerId = key.Learner,
            Lesson = key.Lesson,
            Exercise = made.Exercise,
            Answers = made.Answers,
            Status = made.Status,
            Mistake = made.Mistake,
            Outcome = made.Outcome,
            At = made.At,
        };
        db.Attempts.Add(row);
        await db.SaveChangesAsync();
        return row.Id;
    }

    /// <summary>Deletes the results of the previous attempt, which are shown nowhere, and the oldest attempts beyond the limit.</summary>
    private static async Task ForgetEarlierAsync(SiteDb db, NotebookKey key, Attempt made, ExerciseProgress known)
    {
        if (known.Last is { Id: var earlier } last && (last.Outcome is not null || last.Consequence is not null))
        {
            await db.Attempts.Where(a => a.Id == earlier)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Outcome, (byte[]?)null).SetProperty(a => a.Consequence, (byte[]?)null));
        }

        if (known.Attempts >= made.Most)
        {
            var own = db.Attempts.Where(a => a.LearnerId == key.Learner && a.Lesson == key.Lesson && a.Exercise == made.Exercise);
            var kept = own.OrderByDescending(a => a.Id).Select(a => a.Id).Take(made.Most - 1);
            await own.Where(a => !kept.Contains(a.Id)).ExecuteDeleteAsync();
        }
    }

    private sealed record KeptProgress(int Attempts, int Hints, long? SolvedAt, long? RevealedAt);
}
