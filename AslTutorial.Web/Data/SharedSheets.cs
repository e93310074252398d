using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Persistence.Postgres;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Data;

/// <summary>Exchanges contact sheets between nodes through the shared database: a trainer sends its own only to one node.</summary>
internal sealed class SharedSheets(
    ContactSheets sheets, DatabaseChoice choice, IDbContextFactory<PostgresDb> databases, TimeProvider time, ILogger<SharedSheets> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    /// <summary>A later use is not told where it is so little later: files keep times less exactly than the database.</summary>
    private static readonly TimeSpan Known = TimeSpan.FromMinutes(1);

    /// <summary>Uploads sheets that only this node has, downloads those it lacks, and tells and hears when they were used.</summary>
    public async Task ExchangeAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        // Without their bytes.
        var shared = await db.ContactSheets.Select(sheet => new { sheet.Digest, sheet.Set, sheet.UsedAt })
            .ToDictionaryAsync(sheet => (sheet.Digest, sheet.Set), sheet => sheet.UsedAt, cancel);
        var own = sheets.All();
        // Those that are over are not given away: a node that has already deleted one would get it back.
        foreach (var ((digest, set), usedAt) in own.Where(one => !sheets.IsOver(one.Value)))
        {
            if (!shared.TryGetValue((digest, set), out var known))
            {
                var bytes = await File.ReadAllBytesAsync(sheets.FileOf(digest, set)!, cancel);
                await db.Database.ExecuteSqlAsync(
                    $"""INSERT INTO "ContactSheets" ("Digest", "Set", "Bytes", "UsedAt") VALUES ({digest}, {set}, {bytes}, {usedAt.UtcTicks}) ON CONFLICT ("Digest", "Set") DO NOTHING""", cancel);
            }
            else if (usedAt - known > Known)
            {
                await db.ContactSheets.Where(sheet => sheet.Digest == digest && sheet.Set == set && sheet.UsedAt < usedAt)
                    .ExecuteUpdateAsync(to => to.SetProperty(sheet => sheet.UsedAt, usedAt), cancel);
            }
        }

        foreach (var ((digest, set), usedAt) in shared.Where(one => !sheets.IsOver(one.Value)))
        {
            if (own.ContainsKey((digest, set)))
            {
                sheets.Use(digest, set, usedAt);
            }
            else
            {
                var bytes = await db.ContactSheets.Where(sheet => sheet.Digest == digest && sheet.Set == set).Select(sheet => sheet.Bytes).FirstOrDefaultAsync(cancel);
                using var content = new MemoryStream(bytes ?? []);
                await sheets.WriteAsync(digest, set, content, cancel, usedAt);
            }
        }
    }

    /// <summary>Deletes the sheets that nobody has used for long, on this node and for all.</summary>
    public async Task DeleteUnusedAsync(CancellationToken cancel)
    {
        if (choice.IsShared)
        {
            // First, so that what another node has used is not deleted here and downloaded again.
            await ExchangeAsync(cancel);
            await using var db = await databases.CreateDbContextAsync(cancel);
            var before = time.GetUtcNow() - ContactSheets.Life;
            await db.ContactSheets.Where(sheet => sheet.UsedAt < before).ExecuteDeleteAsync(cancel);
        }

        sheets.DeleteUnused();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (choice.IsShared && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ExchangeAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (StorageFailure.IsOne(e))
            {
                log.LogWarning("Contact sheets could not be exchanged with the other nodes, and are tried again: {Reason}", e.Message);
            }

            await Task.Delay(Pace, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
