using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Notebooks;

/// <summary>Changes of what a notebook keeps beside the work on exercises.</summary>
internal static class NotebookWrites
{
    /// <summary>Values of one notebook.</summary>
    public const int MaxValues = 200;

    /// <summary>Whether there is room for a value: one that is there already may always be changed.</summary>
    public static bool HasRoom(this NotebookContent content, string cell, string name) =>
        content.Texts.Count < MaxValues || content.Texts.ContainsKey((cell, name));

    /// <summary>Keeps what was typed; null takes it back.</summary>
    public static NotebookWrite? Type(NotebookKey key, NotebookContent before, string cell, string name, string? text) =>
        before.Texts.GetValueOrDefault((cell, name)) == text ? null : async db => await TypeAsync(db, key, before, cell, name, text);

    public static async Task<NotebookContent> TypeAsync(SiteDb db, NotebookKey key, NotebookContent before, string cell, string name, string? text)
    {
        var (learner, lesson) = (key.Learner, key.Lesson);
        if (text is null)
        {
            await db.NotebookValues.Where(v => v.LearnerId == learner && v.Lesson == lesson && v.Cell == cell && v.Name == name).ExecuteDeleteAsync();
            return before with { Texts = before.Texts.Remove((cell, name)) };
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "NotebookValues" ("LearnerId", "Lesson", "Cell", "Name", "Text") VALUES ({learner}, {lesson}, {cell}, {name}, {text})
            ON CONFLICT ("LearnerId", "Lesson", "Cell", "Name") DO UPDATE SET "Text" = excluded."Text"
            """);
        return before with { Texts = before.Texts.SetItem((cell, name), text) };
    }

    /// <summary>Keeps a run as the cell's last. One that was begun in an earlier kernel is not counted in this one.</summary>
    /// <param name="run">With the kernel it was begun in; its count is given here.</param>
    public static NotebookWrite Keep(NotebookKey key, NotebookContent before, string cell, CellRun run) => async db =>
    {
        var count = run.Kernel == before.Kernel ? before.Count + 1 : before.Count;
        await CountAsync(db, key, before.Kernel, count);
        var counted = run with { Count = count };
        var result = CellResultJson.Write(run.Result ?? throw new ArgumentException("What is kept has a result.", nameof(run)));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "CellRuns" ("LearnerId", "Lesson", "Cell", "Kernel", "Count", "Fingerprint", "DataDigest", "Result", "Milliseconds", "EndedAt")
            VALUES ({key.Learner}, {key.Lesson}, {cell}, {run.Kernel}, {count}, {run.Fingerprint}, {run.DataDigest}, {result}, {run.Milliseconds}, {run.EndedAt.UtcTicks})
            ON CONFLICT ("LearnerId", "Lesson", "Cell") DO UPDATE SET "Kernel" = excluded."Kernel", "Count" = excluded."Count",
                "Fingerprint" = excluded."Fingerprint", "DataDigest" = excluded."DataDigest", "Result" = excluded."Result",
                "Milliseconds" = excluded."Milliseconds", "EndedAt" = excluded."EndedAt"
            """);
        return before with { Count = count, Runs = before.Runs.SetItem(cell, counted) };
    };

    /// <summary>Begins a new kernel: outputs stay, counts begin anew.</summary>
    public static NotebookWrite? BeginKernel(NotebookKey key, NotebookContent before) => before.Runs.IsEmpty ? null : async db =>
    {
        await CountAsync(db, key, before.Kernel + 1, count: 0);
        return before with { Kernel = before.Kernel + 1, Count = 0 };
    };

    /// <summary>Adds sections to those read.</summary>
    public static NotebookWrite? Read(NotebookKey key, NotebookContent before, IReadOnlyCollection<string> sections, DateTimeOffset at) =>
        before.Read.IsSupersetOf(sections) ? null : async db =>
        {
            foreach (var section in sections)
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "SectionsRead" ("LearnerId", "Lesson", "Section", "At") VALUES ({key.Learner}, {key.Lesson}, {section}, {at.UtcTicks})
                    ON CONFLICT ("LearnerId", "Lesson", "Section") DO NOTHING
                    """);
            }

            return before with { Read = before.Read.Union(sections) };
        };

    private static Task CountAsync(SiteDb db, NotebookKey key, int kernel, int count) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "Notebooks" ("LearnerId", "Lesson", "Kernel", "Count") VALUES ({key.Learner}, {key.Lesson}, {kernel}, {count})
        ON CONFLICT ("LearnerId", "Lesson") DO UPDATE SET "Kernel" = excluded."Kernel", "Count" = excluded."Count"
        """);
}
