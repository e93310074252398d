using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AslTutorial.Web.Tests.Persistence;

/// <summary>A newer site keeps what an older one has stored.</summary>
public sealed class MigrationTests
{
    private const string BeforeLessons = "20261126201500_OwnNets";

    [Fact]
    public async Task Migrate_RunFromWhenThereWasOneLesson_BelongsToIt()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new TestFolder();
        var options = new DbContextOptionsBuilder<SiteDb>().UseSqlite($"Data Source={Path.Combine(folder.Path, "site.db")}").Options;
        var id = Guid.CreateVersion7();
        await using (var old = new SiteDb(options))
        {
            await old.GetService<IMigrator>().MigrateAsync(BeforeLessons, cancel);
            await old.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Runs" ("Id", "LearnerId", "State", "Model", "EpochsWanted", "BatchSize", "LearningRate", "Seed", "QueueRound", "QueueSequence",
                    "CreatedAt", "DataTrainRows", "DataValidRows", "Fence", "HasWeights", "Interruptions", "LossesInARow",
                    "CancelRequested")
                VALUES ({id}, 'ada', 'Completed', 'Dense', 20, 32, 0.001, 1, 1, 1, 1, 27455, 7172, 1, 1, 0, 0, 0)
                """,
                cancel);
        }

        await using var now = new SiteDb(options);
        await now.Database.MigrateAsync(cancel);

        var run = await now.Runs.SingleAsync(cancel);
        (run.Id, run.LearnerId, run.Lesson).ShouldBe((id, "ada", "cnn"));
        // It was computed for itself.
        (run.ExecutionId, run.Leads, run.OrderKey).ShouldBe((id, true, null));
        now.Database.HasPendingModelChanges().ShouldBeFalse();
    }
}
