using System.Globalization;
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
    private const string FirstExercises = "20261124134402_Exercises";

    /// <summary>A row in each table that there was with <see cref="FirstExercises"/>.</summary>
    private const string OldWork =
        """
        INSERT INTO "Runs" ("Id", "LearnerId", "State", "Model", "EpochsWanted", "BatchSize", "LearningRate", "Seed", "TrainLimit", "QueueRound", "QueueSequence",
            "CreatedAt", "StartedAt", "EndedAt", "Fence", "CancelRequested", "Interruptions", "LossesInARow", "FailureCode", "FailureText", "FailureEpoch",
            "FailureBatch", "Device", "DataKind", "DataTrainRows", "DataValidRows", "DataDigest", "HasWeights")
        VALUES ('01930000-0000-7000-8000-000000000001', 'ada', 'Failed', 'Cnn', 20, 32, 0.001, 7, 2000, 3, 4,
            638680000000000000, 638680000010000000, 638680000020000000, 5, 1, 2, 1, 'lost', 'The trainer was lost.', 2,
            9, 'cpu', 'synthetic', 27455, 7172, 'digest', 1);
        INSERT INTO "Epochs" ("RunId", "Epoch", "TrainLossSum", "TrainLoss", "TrainAccuracy", "ValidLossSum", "ValidLoss", "ValidAccuracy", "Seconds", "TrainSeconds", "Device")
        VALUES ('01930000-0000-7000-8000-000000000001', 1, 80.5, 0.5, 0.75, 40.25, 0.25, 0.875, 12.5, 10.5, 'cpu');
        INSERT INTO "Confusions" ("RunId", "Epoch", "Counts") VALUES ('01930000-0000-7000-8000-000000000001', 1, X'0100000002000000');
        INSERT INTO "Notebooks" ("LearnerId", "Lesson", "Kernel", "Count") VALUES ('ada', 'cnn', 1, 3);
        INSERT INTO "NotebookValues" ("LearnerId", "Lesson", "Cell", "Name", "Text") VALUES ('ada', 'cnn', 'conv', 'kernel', '3 * 1');
        INSERT INTO "CellRuns" ("LearnerId", "Lesson", "Cell", "Kernel", "Count", "Fingerprint", "DataDigest", "Result", "Milliseconds", "EndedAt")
        VALUES ('ada', 'cnn', 'conv', 1, 3, 'print', 'digest', X'7B7D', 17.5, 638680000030000000);
        INSERT INTO "SectionsRead" ("LearnerId", "Lesson", "Section", "At") VALUES ('ada', 'cnn', '3.1', 638680000040000000);
        INSERT INTO "Attempts" ("Id", "LearnerId", "Lesson", "Exercise", "Answers", "Status", "Mistake", "Outcome", "Consequence", "At")
        VALUES (41, 'ada', 'cnn', 'dataset', '["x"]', 'wrong', 'swapped', X'7B7D', X'5B5D', 638680000050000000);
        INSERT INTO "ExerciseWork" ("LearnerId", "Lesson", "Exercise", "Attempts", "Hints", "SolvedAt", "RevealedAt")
        VALUES ('ada', 'cnn', 'dataset', 2, 1, 638680000060000000, 638680000055000000);
        INSERT INTO "QuestionAnswers" ("LearnerId", "Lesson", "Question", "Text", "Status", "At") VALUES ('ada', 'cnn', 'why', '(3, 4)', 'correct', 638680000070000000);
        """;

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

    [Fact]
    public async Task Migrate_WorkFromTheFirstExercises_IsKeptInEveryColumn()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new TestFolder();
        var options = new DbContextOptionsBuilder<SiteDb>().UseSqlite($"Data Source={Path.Combine(folder.Path, "site.db")}").Options;
        Dictionary<string, string> before;
        await using (var old = new SiteDb(options))
        {
            await old.GetService<IMigrator>().MigrateAsync(FirstExercises, cancel);
            await old.Database.ExecuteSqlRawAsync(OldWork, cancel);
            before = await ReadAsync(old, cancel);
        }

        before.Count.ShouldBe(88);
        before.Where(value => value.Value == "").Select(value => value.Key).ShouldBeEmpty("an empty column would be kept by any migration");

        await using var now = new SiteDb(options);
        await now.Database.MigrateAsync(cancel);

        var after = await ReadAsync(now, cancel);
        before.Where(value => after.GetValueOrDefault(value.Key) != value.Value).Select(value => value.Key).ShouldBeEmpty();
        // Of a learner who is not known, what is kept would soon be taken away.
        (await now.Learners.SingleAsync(cancel)).Id.ShouldBe("ada");
        (await now.Runs.SingleAsync(run => run.Epochs.Count == 1, cancel)).State.ShouldBe(RunState.Failed);
        (await now.Confusions.SingleAsync(cancel)).Counts.ShouldBe([1, 2]);
        (await now.NotebookValues.SingleAsync(cancel)).Text.ShouldBe("3 * 1");
        (await now.Attempts.SingleAsync(cancel)).At.UtcTicks.ShouldBe(638680000050000000);
    }

    /// <summary>What stands in each table's one row, by table and column.</summary>
    private static async Task<Dictionary<string, string>> ReadAsync(SiteDb db, CancellationToken cancel)
    {
        var tables = await db.Database
            .SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite*' AND name NOT GLOB '__EF*'")
            .ToListAsync(cancel);
        var values = new Dictionary<string, string>();
        await db.Database.OpenConnectionAsync(cancel);
        foreach (var table in tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are the database's own.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var row = await command.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
            {
                for (var column = 0; column < row.FieldCount; column++)
                {
                    values.Add($"{table}.{row.GetName(column)}", row.GetValue(column) switch
                    {
                        byte[] bytes => Convert.ToHexString(bytes),
                        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
                    });
                }
            }
        }

        return values;
    }
}
