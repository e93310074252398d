using System.Diagnostics;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Tests.Exercises;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Tests.Notebooks;

/// <summary>The real site and the real trainer in a process of its own, with libtorch.</summary>
public sealed class RealTrainerTests(ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notebook_RealTrainer_RunsEveryCellAndIsRestarted()
    {
        using var data = new TestFolder();
        TinySigns.WriteTo(data.Path);
        await using var site = await TestSite.StartAsync(
            ("Trainer:Start", "true"), ("Trainer:Path", TinySigns.TrainerPath), ("Trainer:Threads", "1"), ("Data:Directory", data.Path),

            // The second restart is refused however long a busy machine has taken until then.
            ("Notebooks:RestartPauseSeconds", "600"));
        await site.ReadyAsync();
        await site.SolveAsync();

        string[] cells = ["setup", "load", "peek", "peek-shape", "reshape", "dataset", "dataloader", "batch", "batch-x-shape", "batch-y-shape", "model", "summary", "accuracy"];
        await site.RunAllAsync(cells);

        var notebook = await site.OpenAsync();
        notebook.Cells["setup"].Outputs.ShouldHaveSingleItem().Text.ShouldBe("False");
        notebook.Cells["peek-shape"].Outputs.ShouldHaveSingleItem().Text.ShouldBe("(5, 784)");
        notebook.Cells["batch"].Outputs.Select(o => o.Kind).ShouldBe([CellOutputKind.Text, CellOutputKind.Image]);
        notebook.Cells["batch-x-shape"].Outputs.ShouldHaveSingleItem().Text.ShouldBe("torch.Size([32, 1, 28, 28])");
        notebook.Cells["model"].Facts.ShouldContain(new CellFact(CellFactNames.Parameters, CellValue.Of(404_099)));
        notebook.Cells.Values.Max(c => c.Count).ShouldBe(cells.Length);

        // What comes of a wrong answer is Python's own word for it.
        await site.TypeAsync("dataset", "label", "'labels'");
        var raised = await site.RunCellAsync("dataloader");
        raised.Result!.Outputs.ShouldHaveSingleItem().Error!.Message.ShouldBe("'labels'");

        var before = await site.Notebooks().KernelAsync(Cancel);
        var restart = await site.Notebooks().RestartAsync("ada", NotebookSite.Lesson, stopTraining: false, Cancel);

        restart.Message.ShouldBeNull();
        restart.Before.ProcessId.ShouldBe(before.ProcessId);
        var after = restart.After.ShouldNotBeNull();
        after.ProcessId.ShouldNotBe(before.ProcessId);
        after.MemoryBytes!.Value.ShouldBeGreaterThan(0);
        output.WriteLine($"Memory before {restart.Before.MemoryBytes >> 20} MB, after {after.MemoryBytes >> 20} MB");
        Should.Throw<ArgumentException>(() => Process.GetProcessById(before.ProcessId!.Value));

        // Outputs stay, and count as not run.
        var again = await site.OpenAsync();
        again.Cells.Values.ShouldAllBe(c => c.Count == null);
        again.Cells["peek-shape"].Outputs.ShouldHaveSingleItem().Text.ShouldBe("(5, 784)");
        (await site.RunCellAsync("peek-shape")).ShouldSatisfyAllConditions(
            a => a.Status.ShouldBe(CellRunStatus.NeedsCell), a => a.Missing.ShouldBe("setup"));
        await site.RunAllAsync("setup");
        (await site.CellAsync("setup")).Count.ShouldBe(1);
        (await site.Notebooks().RestartAsync("ada", NotebookSite.Lesson, stopTraining: false, Cancel)).Message.ShouldNotBeNull("a moment ago");
    }
}
