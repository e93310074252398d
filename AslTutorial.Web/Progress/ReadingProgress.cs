using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Progress;

internal sealed class ReadingProgress(IDbContextFactory<SiteDb> databases, SiteWriter writer, TimeProvider time) : IReadingProgress
{
    public async Task<IReadOnlySet<string>> ReadAsync(string learner, string lesson, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.SectionsRead
            .Where(read => read.LearnerId == learner && read.Lesson == lesson)
            .Select(read => read.Section)
            .ToHashSetAsync(StringComparer.Ordinal, cancel);
    }

    public Task AddAsync(string learner, string lesson, IReadOnlyCollection<string> sections, CancellationToken cancel) => writer.WriteAsync(
        async db =>
        {
            foreach (var section in sections)
            {
                // Two tabs may read the same section: what is there already stays.
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "SectionsRead" ("LearnerId", "Lesson", "Section", "At") VALUES ({learner}, {lesson}, {section}, {time.GetUtcNow().UtcTicks})
                    ON CONFLICT ("LearnerId", "Lesson", "Section") DO NOTHING
                    """);
            }
        },
        cancel);
}
