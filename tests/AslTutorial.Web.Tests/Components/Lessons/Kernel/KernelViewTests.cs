using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Lessons.Kernel;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Tests.Components.Training;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Lessons.Kernel;

public sealed class KernelViewTests
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

    public static TheoryData<string, long?, string[]> Cards => new()
    {
        { "en", 1240L << 20, ["1,800 MiB", "1,240 MiB", "300 MiB", "620 MiB", "On the card", "3,000 MiB of the card’s 81,560 MiB in use, by all programs", "as NVIDIA’s driver does"] },
        { "zh-CN", 1240L << 20, ["1,800 MiB", "1,240 MiB", "300 MiB", "620 MiB", "显存", "显存已用 3,000 MiB / 81,560 MiB（所有程序合计）", "显存由 NVIDIA 驱动统计"] },
        { "en", null, ["1,800 MiB", "3,000 MiB", "300 MiB", "2,000 MiB", "On the card, all programs", "3,000 MiB of the card’s 81,560 MiB in use, by all programs", "as NVIDIA’s driver does"] },
    };

    [Theory]
    [MemberData(nameof(Cards))]
    public void Restart_OnACard_ShowsItsMemoryBesideTheProcesses(string culture, long? own, string[] words)
    {
        using var lesson = new LessonContext(culture);
        var total = 81_559L << 20;
        lesson.Notebooks.Restart = new(
            new(4711, 1800L << 20, "NVIDIA H100", null, new(own, 3000L << 20, total)),
            new(4712, 300L << 20, "NVIDIA H100", null, new(own / 2, 2000L << 20, total)),
            null);
        var view = lesson.Show<KernelRestartView>(_ => { });
        view.Find(".restart-actions button").Click();
        view.Find(".restart-actions button").Click();
        view.WaitForAssertion(() => view.FindAll(".memory-bar .number").Select(number => number.TextContent).ShouldBe(words[..4]));
        view.FindAll(".memory-kind")[1].TextContent.ShouldBe(words[4]);
        view.Find(".memory-note").TextContent.ShouldBe(words[5]);
        view.Find("p.small").TextContent.ShouldContain(words[6]);
        view.FindAll(".memory-track span").Select(bar => bar.GetAttribute("style")).ShouldBe(own is null
            ? ["width: 100%", "width: 3.7%", "width: 16.7%", "width: 2.5%"]
            : ["width: 100%", "width: 100%", "width: 16.7%", "width: 50%"]);
    }

    [Fact]
    public void Restart_OnAProcessor_NamesNoCard()
    {
        using var lesson = new LessonContext();
        var view = lesson.Show<KernelRestartView>(_ => { });
        view.Find(".restart-actions button").Click();
        view.Find(".restart-actions button").Click();
        view.WaitForAssertion(() => view.FindAll(".memory-bar").Count.ShouldBe(2));
        view.FindAll(".memory-kind, .memory-note").ShouldBeEmpty();
        view.Markup.ShouldNotContain("card’s");
    }

    [Fact]
    public void Card_OnACard_HasALineForItsMemory()
    {
        using var lesson = new LessonContext();
        var card = lesson.Show<KernelCard>(_ => { });
        card.WaitForAssertion(() => card.FindAll("dt").Select(name => name.TextContent).ShouldBe(["Process", "Memory"]));
        lesson.Notebooks.Kernel = lesson.Notebooks.Kernel with { Card = new(1240L << 20, 3000L << 20, 81_559L << 20) };
        lesson.Notebooks.Tell();
        card.WaitForAssertion(() => card.FindAll("dl > div").Select(line => line.TextContent).Last().ShouldBe("Card1,240 MiB"));
        lesson.Notebooks.Kernel = lesson.Notebooks.Kernel with { Card = new(null, 3000L << 20, 81_559L << 20) };
        lesson.Notebooks.Tell();
        card.WaitForAssertion(() => card.FindAll("dl > div").Select(line => line.TextContent).Last().ShouldBe("Card3,000 of 81,560 MiB"));
    }

    [Theory]
    [InlineData("en", "Details")]
    [InlineData("zh-CN", "详情")]
    public void Card_ProcessAndMemory_OnlyInTheClosedDetails(string culture, string summary)
    {
        using var lesson = new LessonContext(culture);
        var card = lesson.Show<KernelCard>(_ => { });
        card.WaitForAssertion(() => card.Find("details.kernel-details > summary").TextContent.ShouldBe(summary));
        card.Find("details").HasAttribute("open").ShouldBeFalse();
        card.FindAll("dl").ShouldHaveSingleItem().ParentElement!.LocalName.ShouldBe("details");
    }

    [Fact]
    public void Restart_NotYetDone_ShowsTheProcessAndItsMemory()
    {
        using var lesson = new LessonContext();
        var view = lesson.Show<KernelRestartView>(_ => { });
        view.WaitForAssertion(() => view.FindAll("dt").Select(name => name.TextContent).ShouldBe(["Process", "Memory"]));
        view.Find("dl").TextContent.ShouldContain("410 MiB");
        lesson.Notebooks.Kernel = lesson.Notebooks.Kernel with { MemoryBytes = 640L << 20 };
        lesson.Notebooks.Tell();
        view.WaitForAssertion(() => view.Find("dl").TextContent.ShouldContain("640 MiB"));
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
