using AslTutorial.Web.Admission;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Confusions;

internal sealed class ConfusionNotes(IDbContextFactory<SiteDb> databases, SiteWriter writer, AdmissionDesk desk, TimeProvider time) : IConfusionNotes
{
    public const int MaxLength = ConfusionNoteRecord.MaxTextLength;

    public async Task<string?> FindAsync(string learner, Guid runId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.ConfusionNotes.Where(note => note.LearnerId == learner && note.RunId == runId).Select(note => note.Text).FirstOrDefaultAsync(cancel);
    }

    public async Task<bool> KeepAsync(string learner, Guid runId, string text, CancellationToken cancel)
    {
        var kept = text.Trim();
        kept = kept.Length > MaxLength ? kept[..MaxLength] : kept;
        if (desk.Forbids(Cost.Text, learner, kept.Length))
        {
            return false;
        }

        if (kept.Length == 0)
        {
            await writer.WriteAsync(
                db => db.ConfusionNotes.Where(note => note.LearnerId == learner && note.RunId == runId).ExecuteDeleteAsync(CancellationToken.None), cancel);
            return true;
        }

        // If the run was just deleted, nothing is inserted and there is no error.
        await writer.WriteAsync(
            db => db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "ConfusionNotes" ("LearnerId", "RunId", "Text", "At")
                SELECT {learner}, "Id", {kept}, {time.GetUtcNow().UtcTicks} FROM "Runs" WHERE "Id" = {runId}
                ON CONFLICT ("LearnerId", "RunId") DO UPDATE SET "Text" = excluded."Text", "At" = excluded."At"
                """,
                CancellationToken.None),
            cancel);
        return true;
    }

    public async Task<IReadOnlyList<KeptConfusionNote>> ListAsync(string learner, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.ConfusionNotes.Where(note => note.LearnerId == learner)
            .OrderByDescending(note => note.At)
            .Select(note => new KeptConfusionNote(note.RunId, note.Text, note.At))
            .ToListAsync(cancel);
    }
}
