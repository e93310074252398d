using AslTutorial.Training.Contracts;
using AslTutorial.Web.Data;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Trainers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Retention;

/// <summary>
/// Deletes the work of learners who have not come back within the configured time, what is left of runs deleted before it, and contact
/// sheets of data that no trainer has any more.
/// </summary>
internal sealed class RetentionSweep(
    IDbContextFactory<SiteDb> databases,
    SiteWriter writer,
    LearnerEraser eraser,
    ITrainerDirectory trainers,
    ContactSheets sheets,
    SharedSheets shared,
    IOptions<RetentionOptions> options,
    TimeProvider time,
    ILogger<RetentionSweep> log) : BackgroundService
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

        await ForgetDeletedRunsAsync(cancel);
        await DeleteSheetsAsync(cancel);
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

    /// <summary>Until then a link to a deleted run says that it was deleted; afterwards it is one to nothing.</summary>
    private async Task ForgetDeletedRunsAsync(CancellationToken cancel)
    {
        var before = time.GetUtcNow() - TimeSpan.FromDays(options.Value.Days);
        while (await writer.WriteAsync(
            db => db.DeletedRuns.Where(run => db.DeletedRuns.Where(old => old.DeletedAt < before).OrderBy(old => old.Id).Take(Batch).Select(old => old.Id).Contains(run.Id))
                .ExecuteDeleteAsync(CancellationToken.None),
            cancel) == Batch)
        {
        }
    }

    private Task DeleteSheetsAsync(CancellationToken cancel)
    {
        foreach (var data in trainers.All.Select(trainer => trainer.Description?.DataSet).OfType<DataSetInfo>())
        {
            foreach (var set in ContactSheets.Sets)
            {
                // A trainer has it: that is a use, whether anybody looks or not.
                sheets.Use(data.Digest, set, time.GetUtcNow());
            }
        }

        return shared.DeleteUnusedAsync(cancel);
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
