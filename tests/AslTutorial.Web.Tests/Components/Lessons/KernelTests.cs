using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Lessons.Kernel;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Tests.Components.Training;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Lessons;

public sealed class KernelTests
{
    [Fact]
    public void Restart_Confirmed_ShowsTheMemoryOfBoth()
    {
        using var lesson = new LessonContext();
        var view = lesson.Show<KernelRestartView>(_ => { });
        view.Find(".restart-actions button").Click();
        view.FindAll(".memory-bar").ShouldBeEmpty();
        view.Find(".restart-actions button").Click();
        view.WaitForAssertion(() => view.FindAll(".memory-bar .number").Select(number => number.TextContent).ShouldBe(["1,800 MiB", "300 MiB"]));
        view.FindAll(".memory-track span").Select(bar => bar.GetAttribute("style")).ShouldBe(["width: 100%", "width: 16.7%"]);
        view.FindAll("dt").Select(name => name.TextContent.Trim()).ShouldBe(["Process before · 4711", "New process · 4712"]);
    }

    [Fact]
    public void Restart_Refused_SaysWhy()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.Restart = new(lesson.Notebooks.Kernel, null, "Somebody else trains.");
        var view = lesson.Show<KernelRestartView>(_ => { });
        view.Find(".restart-actions button").Click();
        view.Find(".restart-actions button").Click();
        view.WaitForAssertion(() => view.Find("[role=alert]").TextContent.ShouldBe("Somebody else trains."));
    }

    [Fact]
    public void Card_MemoryMovesALittle_NotDrawnAnew()
    {
        using var lesson = new LessonContext();
        var card = lesson.Show<KernelCard>(_ => { });
        card.WaitForAssertion(() => card.Find("dl").TextContent.ShouldContain("410 MiB"));
        lesson.Notebooks.Tell();
        var drawn = card.RenderCount;
        lesson.Notebooks.Kernel = lesson.Notebooks.Kernel with { MemoryBytes = 413L << 20 };
        lesson.Notebooks.Tell();
        card.RenderCount.ShouldBe(drawn);
        lesson.Notebooks.Kernel = lesson.Notebooks.Kernel with { MemoryBytes = 640L << 20 };
        lesson.Notebooks.Tell();
        card.WaitForAssertion(() => card.Find("dl").TextContent.ShouldContain("640 MiB"));
    }

    [Fact]
    public void Card_CellRuns_NamedAndInterrupted()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.Cells["peek"] = new CellState(CellPhase.Running, null, [], [], null, false, DateTimeOffset.UnixEpoch);
        var card = lesson.Show<KernelCard>(_ => { });
        card.Find(".kernel-state").TextContent.ShouldBe("Running In [\u00a0], peek");
        card.Find(".kernel-actions button").Click();
        lesson.Notebooks.Interrupted.ShouldBe(1);
    }

    [Fact]
    public void Card_TrainerPreparesItsData_NotReadyYet()
    {
        using var lesson = new LessonContext();
        lesson.Trainers.Become(FakeTrainers.Connected(TrainerPhase.PreparingData));
        var card = lesson.Show<KernelCard>(_ => { });
        card.WaitForAssertion(() => card.Find(".kernel-state").TextContent.ShouldBe("Not ready yet"));
        lesson.Trainers.Become(FakeTrainers.Connected(TrainerPhase.Idle));
        card.WaitForAssertion(() => card.Find(".kernel-state").TextContent.ShouldBe("Ready"));
    }

    [Fact]
    public async Task Card_Gone_NobodyWatchesTheTrainersForIt()
    {
        using var lesson = new LessonContext();
        lesson.Show<KernelCard>(_ => { });
        lesson.Trainers.IsWatched.ShouldBeTrue();
        await lesson.DisposeComponentsAsync();
        lesson.Trainers.IsWatched.ShouldBeFalse();
    }

    [Fact]
    public void Restart_WhileTheOwnTrainingRuns_OffersToStopItToo()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.RefusedFirst = new(lesson.Notebooks.Kernel, null, "Your training is running.", StopsTraining: true);
        var view = lesson.Show<KernelRestartView>(_ => { });
        view.Find(".restart-actions button").Click();
        view.Find(".restart-actions button").Click();
        view.WaitForAssertion(() => view.Find("[role=alert]").TextContent.ShouldBe("Your training is running."));
        view.FindAll(".restart-actions button").Select(button => button.TextContent.Trim()).ShouldBe(["Stop the training and restart", "Leave it running"]);
        view.Find(".restart-actions button").Click();
        view.WaitForAssertion(() => view.FindAll(".memory-bar").Count.ShouldBe(2));
        view.FindAll("[role=alert]").ShouldBeEmpty();
    }

    [Fact]
    public void Restart_OwnTrainingLeftRunning_AsksFromTheBeginning()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.RefusedFirst = new(lesson.Notebooks.Kernel, null, "Your training is running.", StopsTraining: true);
        var view = lesson.Show<KernelRestartView>(_ => { });
        view.Find(".restart-actions button").Click();
        view.Find(".restart-actions button").Click();
        view.WaitForElements(".restart-actions button", 2)[1].Click();
        view.FindAll("[role=alert]").ShouldBeEmpty();
        view.FindAll(".restart-actions button").ShouldHaveSingleItem().TextContent.Trim().ShouldBe("Restart the kernel");
    }

    [Fact]
    public void Card_NoTrainer_SaysSo()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.Kernel = new(null, null, null, null);
        var card = lesson.Show<KernelCard>(_ => { });
        card.WaitForAssertion(() => card.Find(".kernel-state").TextContent.ShouldBe("No process"));
    }
}
