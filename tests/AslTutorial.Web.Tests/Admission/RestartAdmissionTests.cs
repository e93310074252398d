using AslTutorial.Web.Tests.Exercises;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Tests.Admission;

/// <summary>What restarts that some ask for cost the others, with the real trainer.</summary>
public sealed class RestartAdmissionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restarts_OfSeveralLearners_ReplaceTheProcessOnceAndOthersCellsAreAllAnswered()
    {
        using var data = new TestFolder();
        await using var site = await ReadySite.StartAsync(data);
        await site.RunAllAsync("setup");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var cells = new List<CellRunStatus>();
        var working = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    cells.Add((await site.RunCellAsync("setup", "bob")).Status);
                    await Task.Delay(20, Cancel);
                }
            },
            Cancel);

        var first = await site.Notebooks().RestartAsync("ada", NotebookSite.Lesson, stopTraining: false, Cancel);
        first.After.ShouldNotBeNull(first.Message).ProcessId.ShouldNotBe(first.Before.ProcessId);
        foreach (var learner in new[] { "eve", "ada", "zoe" })
        {
            var next = await site.Notebooks().RestartAsync(learner, NotebookSite.Lesson, stopTraining: false, Cancel);
            next.After.ShouldNotBeNull(next.Message).ProcessId.ShouldBe(first.After!.ProcessId);
            next.Message.ShouldNotBeNullOrWhiteSpace();
        }

        await stop.CancelAsync();
        await working;
        cells.Count.ShouldBeGreaterThan(5);
        cells.ShouldAllBe(status => status == CellRunStatus.Done);

        // Ada's notebook has begun anew, in her own eyes as after any restart.
        (await site.CellAsync("setup")).Count.ShouldBeNull();
    }
}
