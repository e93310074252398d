using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Notebooks;

/// <summary>
/// Writes a notebook's rows, except the work on exercises. Counts never go back: if a node was given up too early and two owners
/// write for a moment, nothing is lost.
/// </summary>
internal static class NotebookWrites
{
    /// <summary>Most values that one notebook may have.</summary>
    public const int MaxValues = 200;

    /// <summary>Whether a value can be stored: existing ones can always be changed.</summary>
    public static bool HasRoom(this NotebookContent content, string cell, string name) =>
        content.Texts.Count < MaxValues || content.Texts.ContainsKey((cell, name));

    public static Task TypeAsync(SiteDb db, NotebookKey key, string cell, string name, string? text)
    {
        var (learner, lesson) = (key.Learner, key.Lesson);
        return text is null
            ? db.NotebookValues.Where(v => v.LearnerId == learner && v.Lesson == lesson && v.Cell == cell && v.Name == name).ExecuteDeleteAsync()
            : db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "NotebookValues" ("LearnerId", "Lesson", "Cell", "Name", "Text") VALUES ({learner}, {lesson}, {cell}, {name}, {text})
                ON CONFLICT ("LearnerId", "Lesson", "Cell", "Name") DO UPDATE SET "Text" = excluded."Text"
                """);
    }

    public static async Task KeepAsync(SiteDb db, NotebookKey key, string cell, CellRun run)
    {
        var result = CellResultJson.Write(run.Result ?? throw new ArgumentException("What is kept has a result.", nameof(run)));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "CellRuns" ("LearnerId", "Lesson", "Cell", "Kernel", "Count", "Fingerprint", "DataDigest", "Result", "Milliseconds", "EndedAt")
            VALUES ({key.Learner}, {key.Lesson}, {cell}, {run.Kernel}, {run.Count}, {run.Fingerprint}, {run.DataDigest}, {result}, {run.Milliseconds}, {run.EndedAt.UtcTicks})
            ON CONFLICT ("LearnerId", "Lesson", "Cell") DO UPDATE SET "Kernel" = excluded."Kernel", "Count" = excluded."Count",
                "Fingerprint" = excluded."Fingerprint", "DataDigest" = excluded."DataDigest", "Result" = excluded."Result",
                "Milliseconds" = excluded."Milliseconds", "EndedAt" = excluded."EndedAt"
            """);
    }

    public static Task CountAsync(SiteDb db, NotebookKey key, KernelCount now) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "Notebooks" ("LearnerId", "Lesson", "Kernel", "Count") VALUES ({key.Learner}, {key.Lesson}, {now.Kernel}, {now.Count})
        ON CONFLICT ("LearnerId", "Lesson") DO UPDATE SET "Kernel" = excluded."Kernel", "Count" = excluded."Count"
            WHERE excluded."Kernel" > "Notebooks"."Kernel" OR (excluded."Kernel" = "Notebooks"."Kernel" AND excluded."Count" > "Notebooks"."Count")
        """);

    public static async Task ReadAsync(SiteDb db, NotebookKey key, IEnumerable<string> sections, DateTimeOffset at)
    {
        foreach (var section in sections)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "SectionsRead" ("LearnerId", "Lesson", "Section", "At") VALUES ({key.Learner}, {key.Lesson}, {section}, {at.UtcTicks})
                ON CONFLICT ("LearnerId", "Lesson", "Section") DO NOTHING
                """);
        }
    }
}
