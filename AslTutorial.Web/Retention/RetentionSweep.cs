using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Retention;

/// <summary>Deletes the work of learners who have not come back within the configured time.</summary>
internal sealed class RetentionSweep(
    IDbContextFactory<SiteDb> databases, LearnerEraser eraser, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionSweep> log) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    /// <returns>Number of learners deleted.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var deleted = 0;
        string? after = "";
        while (after is not null)
        {
            var over = await OverAsync(after, cancel);
            foreach (var learner in over)
            {
                deleted += await eraser.DeleteAsync(learner, cancel) ? 1 : 0;
            }

            after = over.LastOrDefault();
        }

        if (deleted > 0)
        {
            log.LogInformation("The work of {Learners} learners who did not come back was deleted", deleted);
        }

        return deleted;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pace, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!stoppingToken.IsCancellationRequested)
                {
                    await RunAsync(stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("What is kept too long could not be deleted, and is tried again: {Reason}", e.Message);
            }
            catch (OperationCanceledException)
            {
                // The site is stopping; the next start continues.
            }
        }
    }

    private async Task<List<string>> OverAsync(string after, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (last, lastOfOnce) = ((now - TimeSpan.FromDays(options.Value.Days)).UtcTicks, (now - TimeSpan.FromDays(options.Value.OnceDays)).UtcTicks);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Database.SqlQuery<string>(
            $"""
            SELECT "Id" AS "Value" FROM "Learners"
            WHERE "Id" > {after} AND ("LastSeen" < {last} OR ("LastSeen" < {lastOfOnce} AND "LastSeen" - "FirstSeen" < {TimeSpan.TicksPerDay}))
            ORDER BY "Id" LIMIT {Batch}
            """).ToListAsync(cancel);
    }
}
