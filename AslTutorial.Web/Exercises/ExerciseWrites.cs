using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Exercises;

/// <summary>Changes of a notebook's work on exercises and questions.</summary>
internal static class ExerciseWrites
{
    /// <summary>Keeps an attempt; the same answers as the last time are that one again.</summary>
    /// <param name="most">Attempts at one exercise that are kept.</param>
    public static async Task<NotebookContent> AttemptAsync(SiteDb db, NotebookKey key, NotebookContent before, string exercise, Attempt made, int most)
    {
        var known = before.Exercises.GetValueOrDefault(exercise) ?? ExerciseProgress.None;
        var outcome = made.Outcome is null ? null : WorkJson.Write(made.Outcome);
        var last = known.Last;
        if (last?.Answers == made.Answers)
        {
            last = last with { Outcome = outcome ?? last.Outcome };
            await db.Attempts.Where(a => a.Id == last.Id).ExecuteUpdateAsync(set => set
                .SetProperty(a => a.Status, Code(made.Verdict.Status))
                .SetProperty(a => a.Mistake, made.Verdict.Mistake == null ? null : made.Verdict.Mistake.Id)
                .SetProperty(a => a.At, made.At)
                .SetProperty(a => a.Outcome, last.Outcome));
        }
        else
        {
            await ForgetEarlierAsync(db, key, exercise, known, most);
            last = new(await AddAsync(db, key, exercise, made, outcome), made.Answers, outcome, Consequence: null);
            known = known with { Attempts = known.Attempts + 1 };
        }

        return await KeepAsync(db, key, before, exercise, known with
        {
            SolvedAt = known.SolvedAt ?? (made.Verdict.Status == VerdictStatus.Correct ? made.At : null),
            Last = last,
        });
    }

    /// <summary>Keeps what executing the last attempt led to; null where another has come since.</summary>
    public static NotebookWrite? Outcome(NotebookContent before, string exercise, string answers, ExecutedOutcome outcome)
    {
        if (before.Exercises.GetValueOrDefault(exercise) is not { Last: { } last } known || last.Answers != answers)
        {
            return null;
        }

        return async db =>
        {
            var json = WorkJson.Write(outcome);
            await db.Attempts.Where(a => a.Id == last.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Outcome, json));
            return before with { Exercises = before.Exercises.SetItem(exercise, known with { Last = last with { Outcome = json } }) };
        };
    }

    /// <summary>Keeps the damage of an attempt; null where another has come since.</summary>
    public static NotebookWrite? Damage(NotebookContent before, string exercise, long attempt, Consequence consequence)
    {
        if (before.Exercises.GetValueOrDefault(exercise) is not { Last: { } last } known || last.Id != attempt)
        {
            return null;
        }

        return async db =>
        {
            var json = WorkJson.Write(consequence);
            await db.Attempts.Where(a => a.Id == attempt).ExecuteUpdateAsync(set => set.SetProperty(a => a.Consequence, json));
            return before with { Exercises = before.Exercises.SetItem(exercise, known with { Last = last with { Consequence = json } }) };
        };
    }

    /// <param name="change">What is to become of the progress; may leave it as it is.</param>
    public static NotebookWrite? Progress(NotebookKey key, NotebookContent before, string exercise, Func<ExerciseProgress, ExerciseProgress> change)
    {
        var known = before.Exercises.GetValueOrDefault(exercise) ?? ExerciseProgress.None;
        var now = change(known);
        return now == known ? null : db => KeepAsync(db, key, before, exercise, now);
    }

    /// <summary>Keeps the answer to a question, unless there is one.</summary>
    public static NotebookWrite? Answer(NotebookKey key, NotebookContent before, string question, string text, VerdictStatus status, DateTimeOffset at) =>
        before.Questions.ContainsKey(question) ? null : async db =>
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "QuestionAnswers" ("LearnerId", "Lesson", "Question", "Text", "Status", "At")
                VALUES ({key.Learner}, {key.Lesson}, {question}, {text}, {Code(status)}, {at.UtcTicks})
                ON CONFLICT ("LearnerId", "Lesson", "Question") DO NOTHING
                """);
            return before with { Questions = before.Questions.Add(question, new(text, Code(status), at)) };
        };

    private static string Code(VerdictStatus status) => status.ToString().ToLowerInvariant();

    private static async Task<long> AddAsync(SiteDb db, NotebookKey key, string exercise, Attempt made, byte[]? outcome)
    {
        var row = new AttemptRecord
        {
            LearnerId = key.Learner,
            Lesson = key.Lesson,
            Exercise = exercise,
            Answers = made.Answers,
            Status = Code(made.Verdict.Status),
            Mistake = made.Verdict.Mistake?.Id,
            Outcome = outcome,
            At = made.At,
        };
        db.Attempts.Add(row);
        await db.SaveChangesAsync();
        return row.Id;
    }

    /// <summary>What earlier attempts led to is shown nowhere, and of the attempts themselves the newest are kept.</summary>
    private static async Task ForgetEarlierAsync(SiteDb db, NotebookKey key, string exercise, ExerciseProgress known, int most)
    {
        if (known.Last is { Id: var earlier } last && (last.Outcome is not null || last.Consequence is not null))
        {
            await db.Attempts.Where(a => a.Id == earlier)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Outcome, (byte[]?)null).SetProperty(a => a.Consequence, (byte[]?)null));
        }

        if (known.Attempts >= most)
        {
            var own = db.Attempts.Where(a => a.LearnerId == key.Learner && a.Lesson == key.Lesson && a.Exercise == exercise);
            var kept = own.OrderByDescending(a => a.Id).Select(a => a.Id).Take(most - 1);
            await own.Where(a => !kept.Contains(a.Id)).ExecuteDeleteAsync();
        }
    }

    private static async Task<NotebookContent> KeepAsync(SiteDb db, NotebookKey key, NotebookContent before, string exercise, ExerciseProgress now)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "ExerciseWork" ("LearnerId", "Lesson", "Exercise", "Attempts", "Hints", "SolvedAt", "RevealedAt")
            VALUES ({key.Learner}, {key.Lesson}, {exercise}, {now.Attempts}, {now.Hints}, {now.SolvedAt?.UtcTicks}, {now.RevealedAt?.UtcTicks})
            ON CONFLICT ("LearnerId", "Lesson", "Exercise") DO UPDATE SET "Attempts" = excluded."Attempts", "Hints" = excluded."Hints",
                "SolvedAt" = excluded."SolvedAt", "RevealedAt" = excluded."RevealedAt"
            """);
        return before with { Exercises = before.Exercises.SetItem(exercise, now) };
    }
}

/// <summary>An attempt as it was made.</summary>
/// <param name="Answers">What stands in the gaps, as JSON.</param>
/// <param name="Outcome">What executing it led to; null where that is not known yet.</param>
internal sealed record Attempt(string Answers, Verdict Verdict, ExecutedOutcome? Outcome, DateTimeOffset At);
