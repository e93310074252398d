using AslTutorial.Web.Tests.Exercises;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Tests.Admission;

/// <summary>What restarts that some ask for cost the others, with the real trainer.</summary>
public sealed class RestartAdmissionTests
{
    private const int Cells = 6;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restarts_OfSeveralLearners_ReplaceTheProcessOnceAndOthersCellsAreAllAnswered()
    {
        using var data = new TestFolder();
        await using var site = await ReadySite.StartAsync(data);
        await site.RunAllAsync("setup");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var cells = new List<CellRunStatus>();
        var begun = new TaskCompletionSource();
        // Some of them after the last restart: a slow machine has one wait through all of it.
        var working = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested || cells.Count < Cells)
                {
                    cells.Add((await site.RunCellAsync("setup", "bob")).Status);
                    begun.TrySetResult();
                    await Task.Delay(20, Cancel);
                }
            },
            Cancel);
        await begun.Task.WaitAsync(Cancel);

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
        cells.ShouldAllBe(status => status == CellRunStatus.Done);

        // Ada's notebook has begun anew, in her own eyes as after any restart.
        (await site.CellAsync("setup")).Count.ShouldBeNull();
    }
}
