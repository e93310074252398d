using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Persistence.Postgres;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Data;

/// <summary>Exchanges contact sheets between nodes through the shared database: a trainer sends its own only to one node.</summary>
internal sealed class SharedSheets(
    ContactSheets sheets, DatabaseChoice choice, IDbContextFactory<PostgresDb> databases, TimeProvider time, ILogger<SharedSheets> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    /// <summary>Uploads sheets that only this node has and downloads those it lacks.</summary>
    public async Task ExchangeAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var shared = (await db.ContactSheets.Select(sheet => new { sheet.Digest, sheet.Set }).ToListAsync(cancel)).ConvertAll(sheet => (sheet.Digest, sheet.Set));
        var own = sheets.All();
        foreach (var (digest, set) in own.Except(shared))
        {
            var bytes = await File.ReadAllBytesAsync(sheets.FileOf(digest, set)!, cancel);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "ContactSheets" ("Digest", "Set", "Bytes") VALUES ({digest}, {set}, {bytes}) ON CONFLICT ("Digest", "Set") DO NOTHING""", cancel);
        }

        foreach (var (digest, set) in shared.Except(own))
        {
            var bytes = await db.ContactSheets.Where(sheet => sheet.Digest == digest && sheet.Set == set).Select(sheet => sheet.Bytes).FirstOrDefaultAsync(cancel);
            using var content = new MemoryStream(bytes ?? []);
            await sheets.WriteAsync(digest, set, content, cancel);
        }
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
