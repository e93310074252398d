using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Lessons;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Tests.Notebooks;

public class NotebookRunTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    [Fact]
    public async Task Open_NewLearner_EveryCellOfTheLessonIsIdleAndEmpty()
    {
        var notebook = await Site.OpenAsync();

        notebook.Values.ShouldBeEmpty();
        TaughtLessons.Course.Find("cnn")!.Cells.Where(c => c.IsListed).Select(c => c.Id).Append("train").ShouldBe(notebook.Cells.Keys, ignoreOrder: true);
        notebook.Cells.Values.ShouldAllBe(c => c.Phase == CellPhase.Idle && c.Count == null && c.Outputs.Count == 0 && !c.IsStale && c.Since == null);
        (await Site.Notebooks().OpenAsync(Learner, "no-such", TestContext.Current.CancellationToken)).Cells.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_Cells_CountsAndKeepsWhatTheyPrint()
    {
        await using var trainer = await TrainerAsync();
        trainer.OnCell = order => Task.FromResult(order.Cell == "load"
            ? Samples.Picture(100_000) with { Facts = [new("first_loss", CellValue.Of(double.NaN))] }
            : Samples.Result(order.Cell));

        await Site.RunAllAsync("setup", "load", "setup", "peek");

        var notebook = await Site.OpenAsync();
        notebook.Cells["setup"].Count.ShouldBe(3);
        notebook.Cells["peek"].ShouldSatisfyAllConditions(
            c => c.Count.ShouldBe(4),
            c => c.Outputs.ShouldHaveSingleItem().Text.ShouldBe("peek"),
            c => c.Milliseconds.ShouldBe(1.5),
            c => c.Since.ShouldNotBeNull(),
            c => c.IsStale.ShouldBeFalse());
        var load = notebook.Cells["load"];
        load.Outputs.ShouldHaveSingleItem().Image!.Png.ShouldBe(Samples.Picture(100_000).Outputs[0].Image!.Png);
        load.Facts.ShouldBe([new("first_loss", CellValue.Of(double.NaN))]);

        // Another learner's notebook is another.
        (await Site.CellAsync("setup", Other)).Count.ShouldBeNull();
    }

    [Fact]
    public async Task Run_SiteRestarted_EverythingIsThere()
    {
        using var folder = new TestFolder();
        await using (var site = TestSite.StartOn(folder))
        {
            await using var trainer = await FakeTrainer.ReadyAsync(site);
            await site.TypeAsync("peek", "rows", "7");
            await site.RunAllAsync("setup", "load", "peek");
        }

        await using var restarted = TestSite.StartOn(folder);
        var notebook = await restarted.OpenAsync();
        notebook.Values.ShouldBe(new Dictionary<(string, string), string> { [("peek", "rows")] = "7" });
        notebook.Cells["peek"].Count.ShouldBe(3);
        notebook.Cells["peek"].Outputs.ShouldHaveSingleItem().Text.ShouldBe("peek");
        notebook.Cells["peek"].IsStale.ShouldBeFalse();
        await using var again = await FakeTrainer.ReadyAsync(restarted);
        await restarted.RunAllAsync("peek-shape");
        (await restarted.CellAsync("peek-shape")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Run_BeforeWhatItNeeds_NamesTheFirstOneInOrder()
    {
        await using var trainer = await TrainerAsync();
        var sequence = new List<string?>();

        // Always what is asked for, until the cell runs.
        for (var answer = await Site.RunCellAsync("peek-shape"); answer.Status != CellRunStatus.Done; answer = await Site.RunCellAsync("peek-shape"))
        {
            answer.Status.ShouldBe(CellRunStatus.NeedsCell);
            answer.Message.ShouldNotBeNull().ShouldContain(answer.Missing!);
            sequence.Add(answer.Missing);
            await Site.RunAllAsync(answer.Missing!);
        }

        sequence.ShouldBe(["setup", "load", "peek"]);
    }

    [Fact]
    public async Task Run_ExerciseBeforeItIsOpen_NamesTheExercise()
    {
        await using var trainer = await TrainerAsync();
        await Site.RunAllAsync("setup", "load", "peek", "reshape");

        await NeedsAsync("batch", "dataset");
        await NeedsAsync("dataset", "dataset");
        await Site.SolveAsync();
        await Site.TypeAsync("dataset", "label", "'label");
        await NeedsAsync("batch", "dataset");
        (await Site.RunCellAsync("dataset")).Status.ShouldBe(CellRunStatus.BadValue);
        await Site.TypeAsync("dataset", "label", "FIXME");
        await NeedsAsync("batch", "dataset");
        await Site.TypeAsync("dataset", "label", "'label'");
        await Site.TypeAsync("dataloader", "train_shuffle", "");
        await NeedsAsync("batch", "dataloader");

        // Both empty, on purpose: Python would run it.
        await Site.RunAllAsync("dataloader", "batch");
        await Site.TypeAsync("dataloader", "valid_shuffle", "shuffle=False");
        await Site.RunAllAsync("batch");

        async Task NeedsAsync(string cell, string exercise)
        {
            var answer = await Site.RunCellAsync(cell);
            (answer.Status, answer.Missing).ShouldBe((CellRunStatus.NeedsExercise, exercise));
        }
    }

    [Fact]
    public async Task Run_WithValues_SendsThoseItDependsOn()
    {
        await using var trainer = await TrainerAsync();
        await Site.SolveAsync();
        await Site.TypeAsync("peek", "rows", " ７ ");
        await Site.TypeAsync("model", "kernel_size", "5");
        await Site.TypeAsync("dataloader", "BATCH_SIZE", "64");
        await Site.RunAllAsync("setup", "load", "peek", "reshape", "batch");

        var orders = new List<CellOrder>();
        while (trainer.Cells.Reader.TryRead(out var cell))
        {
            orders.Add(cell.Order);
        }

        orders.Select(o => o.Seed).ShouldBe([1, 2, 3, 4, 5]);
        orders[2].Arguments.ShouldBe([new("peek", "rows", CellValue.Of(7))]);
        orders[4].Arguments.ShouldBe(
        [
            new("peek", "rows", CellValue.Of(7)),
            new("dataset", "label", CellValue.String("label")),
            new("dataset", "channels", CellValue.Name("IMG_CHS")),
            new("dataset", "width", CellValue.Of(28)),
            new("dataset", "height", CellValue.Of(28)),
            new("dataloader", "BATCH_SIZE", CellValue.Of(64)),
            new("dataloader", "train_shuffle", CellValue.Of(true), "shuffle"),
        ]);
    }

    [Fact]
    public async Task Run_ValueBeforeItFaulty_NamesItsCellAndTheValue()
    {
        await using var trainer = await TrainerAsync();
        await Site.SolveAsync();
        await Site.RunAllAsync("setup", "load", "peek", "reshape");
        (await Site.TypeAsync("dataloader", "BATCH_SIZE", "100000")).ShouldNotBeNull();

        var answer = await Site.RunCellAsync("batch");

        (answer.Status, answer.Missing).ShouldBe((CellRunStatus.BadValue, "dataloader"));
        answer.Message.ShouldNotBeNull().ShouldStartWith("BATCH_SIZE: ");
    }

    [Fact]
    public async Task Run_OwnValueFaulty_IsRefusedWithASentence()
    {
        await using var trainer = await TrainerAsync();
        await Site.RunAllAsync("setup", "load");
        (await Site.TypeAsync("peek", "rows", "21")).ShouldNotBeNull();

        var answer = await Site.RunCellAsync("peek");

        answer.Status.ShouldBe(CellRunStatus.BadValue);
        answer.Message.ShouldNotBeNull().ShouldStartWith("rows: ");
        (await Site.CellAsync("peek")).Count.ShouldBeNull();
    }

    [Fact]
    public async Task Run_PythonWouldRaise_IsDoneWithTheErrorAsOutput()
    {
        await using var trainer = await TrainerAsync();
        trainer.OnCell = _ => Task.FromResult(new CellResult(
            [CellOutput.Of(new CellError("KeyError", "'labels'", [new("dataset", "__init__", "labels = pixels.pop('labels')")]))], 2, []));

        var answer = await Site.RunCellAsync("setup");

        answer.Status.ShouldBe(CellRunStatus.Done);
        var error = (await Site.CellAsync("setup")).Outputs.ShouldHaveSingleItem().Error.ShouldNotBeNull();
        (error.Type, error.Message).ShouldBe(("KeyError", "'labels'"));
        error.Trace.ShouldBe([new("dataset", "__init__", "labels = pixels.pop('labels')")]);
    }

    [Theory]
    [InlineData("no-such")]
    [InlineData("first-batch")]
    [InlineData("train")]
    public async Task Run_NoProgramInTheLesson_IsUnknown(string cell)
    {
        (await Site.RunCellAsync(cell)).Status.ShouldBe(CellRunStatus.Unknown);
    }

    [Fact]
    public async Task Run_NoTrainer_SaysSoAndKeepsTheLastOutputs()
    {
        await using (var trainer = await TrainerAsync())
        {
            await Site.RunAllAsync("setup");
        }

        await Eventually.ShouldBeTrueAsync(
            async () => (await Site.RunCellAsync("setup")) is { Status: CellRunStatus.NoTrainer, Message: not null }, "the trainer is gone");
        (await Site.CellAsync("setup")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task IsStale_ValueChanged_MarksTheCellAndWhatDependsOnIt()
    {
        await using var trainer = await TrainerAsync();
        await Site.RunAllAsync("setup", "load", "peek", "peek-shape", "accuracy");
        (await StaleAsync()).ShouldBeEmpty();

        await Site.TypeAsync("peek", "rows", "6");
        (await StaleAsync()).ShouldBe(["peek", "peek-shape"]);

        // Run again it is fresh, and the one after it still is not.
        await Site.RunAllAsync("peek");
        (await StaleAsync()).ShouldBe(["peek-shape"]);

        // The same value written otherwise is the same.
        await Site.TypeAsync("peek", "rows", " 12 // 2 ");
        (await StaleAsync()).ShouldBe(["peek-shape"]);

        // The default is the default, typed or not.
        await Site.TypeAsync("peek", "rows", "5");
        (await StaleAsync()).ShouldBe(["peek"]);
        await Site.TypeAsync("peek", "rows", null);
        (await StaleAsync()).ShouldBe(["peek"]);

        // Other data: everything that was run on the old. Who has the notebook open is told.
        var told = 0;
        using var watch = Site.Notebooks().Watch(Learner, NotebookSite.Lesson, () => Interlocked.Increment(ref told));
        await trainer.DescribeAsync(TrainerPhase.Idle, data: FakeTrainer.Data with { Digest = "cd34" });
        await Eventually.ShouldBeTrueAsync(() => Volatile.Read(ref told) == 1, "the watcher is told");
        (await StaleAsync()).ShouldBe(["setup", "load", "peek", "peek-shape", "accuracy"], ignoreOrder: true);

        async Task<List<string>> StaleAsync() =>
            [.. (await Site.OpenAsync()).Cells.Where(c => c.Value.IsStale).Select(c => c.Key).Order(StringComparer.Ordinal)];
    }
}
