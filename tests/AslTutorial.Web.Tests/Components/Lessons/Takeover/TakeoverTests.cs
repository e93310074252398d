using AslTutorial.Lessons;
using AslTutorial.Web.Components.Lessons;
using AslTutorial.Web.Components.Lessons.Takeover;
using AslTutorial.Web.Notebooks;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Lessons.Takeover;

/// <summary>What a circuit builds, and when, of a lesson that the first response has drawn already.</summary>
public sealed class TakeoverTests
{
    private static readonly LessonBlock Prose = new LessonBlock.Prose("<p>Read me.</p>");
    private static readonly LessonBlock[] Reveals = [.. Enumerable.Range(1, 5).Select(
        number => new LessonBlock.Reveal($"more-{number}", $"More {number}", [Prose], SolutionOf: null))];

    [Fact]
    public async Task UnderWay_EveryBlockIsTheBrowsers_UntilItIsAskedFor()
    {
        using var lesson = new LessonContext();
        var page = Show(lesson, new LessonTakeover(isUnderWay: true), [Prose, .. Reveals]);
        page.FindAll("lesson-block[data-kept=still]").Count.ShouldBe(1);
        page.FindAll("lesson-block[data-kept=waiting]").Count.ShouldBe(5);
        page.FindAll("lesson-block *").ShouldBeEmpty();

        await page.Find("lesson-block[data-block='it/3']").TriggerEventAsync("onblockneeded", EventArgs.Empty);
        await page.Find("lesson-block[data-block='it/3']").TriggerEventAsync("onblockneeded", EventArgs.Empty);

        Titles(page).ShouldBe(["More 3"]);
        page.FindAll("lesson-block[data-kept=waiting]").Count.ShouldBe(4);
    }

    [Fact]
    public async Task News_BuildTheBlockTheyAreOf_AndNoOther()
    {
        using var lesson = new LessonContext();
        var cells = lesson.Desk.Lesson.Cells.Take(2).Select(cell => new LessonBlock.Code(cell)).ToArray();
        var page = Show(lesson, new LessonTakeover(isUnderWay: true), cells);
        lesson.Desk.Follow();

        await lesson.Desk.RunAsync(cells[1].Cell.Id);

        page.WaitForAssertion(() => page.FindAll("[data-cell]").Select(cell => cell.Id).ShouldBe([cells[1].Cell.Id]));
    }

    [Fact]
    public void Ended_WhatComesLaterIsBuiltAtOnce()
    {
        using var lesson = new LessonContext();
        var takeover = new LessonTakeover(isUnderWay: true);
        var page = Show(lesson, takeover, Reveals[..1]);
        takeover.End();

        page.Render(blocks => blocks.Add(p => p.Blocks, Reveals));

        Titles(page).ShouldBe(["More 2", "More 3", "More 4", "More 5"]);
    }

    [Fact]
    public void NoPageBefore_EveryBlockAtOnce()
    {
        using var lesson = new LessonContext();
        var page = Show(lesson, new LessonTakeover(isUnderWay: false), [Prose, .. Reveals]);
        page.FindAll("[data-kept]").ShouldBeEmpty();
        page.Find("lesson-block p").TextContent.ShouldBe("Read me.");
        Titles(page).Count.ShouldBe(5);
    }

    [Fact]
    public void SavedAnew_WhatTheBrowserHasIsNoLongerIt()
    {
        using var lesson = new LessonContext();
        var page = Show(lesson, new LessonTakeover(isUnderWay: true), [Prose]);

        page.Render(blocks => blocks.Add(p => p.Blocks, [new LessonBlock.Prose("<p>Read me again.</p>")]));

        page.Find("lesson-block:not([data-kept]) p").TextContent.ShouldBe("Read me again.");
    }

    [Fact]
    public void FirstResponse_TheFarIsHeldBack_SaveForWhatIsRead()
    {
        using var lesson = new LessonContext(interactive: false);
        var cell = new LessonBlock.Code(lesson.Desk.Lesson.Cells[0]);
        var picture = new LessonBlock.Picture(SampleLesson.Figure);

        var far = Show(lesson, new LessonTakeover(isUnderWay: false), [Prose, cell, .. Reveals, picture], areFar: true);

        far.FindAll("lesson-block > noscript[data-held] > *").Count.ShouldBe(1 + Reveals.Length);
        far.FindAll("lesson-block > p, lesson-block > figure").Count.ShouldBe(2);
        far.FindAll("[data-drawing] > noscript[data-held] > svg").Count.ShouldBe(2);
        far.Find(".figure-wide").GetAttribute("style").ShouldBe("aspect-ratio: 720 / 290.5");

        var near = Show(lesson, new LessonTakeover(isUnderWay: false), [Prose, cell, .. Reveals, picture]);
        near.FindAll("lesson-block > noscript").ShouldBeEmpty();
        near.FindAll("[data-drawing] > noscript[data-held] > svg").Count.ShouldBe(2);
    }

    [Fact]
    public async Task FirstResponse_AFigureWithinAReveal_IsHeldBackOnce()
    {
        using var lesson = new LessonContext(interactive: false);
        var reveal = new LessonBlock.Reveal("more", "More", [new LessonBlock.Picture(SampleLesson.Figure)], SolutionOf: null);
        await lesson.Desk.SetAsync(LessonPlaces.OfReveal("more"), "open", "yes");

        var page = Show(lesson, new LessonTakeover(isUnderWay: false), [reveal], areFar: true);

        page.FindAll("noscript").Count.ShouldBe(1);
        page.FindAll("noscript svg").Count.ShouldBeGreaterThan(2);
    }

    private static IRenderedComponent<LessonBlocks> Show(LessonContext lesson, LessonTakeover takeover, IReadOnlyList<LessonBlock> blocks, bool areFar = false) =>
        lesson.Render<LessonBlocks>(page => page
            .Add(p => p.Of, "it")
            .Add(p => p.Blocks, blocks)
            .Add(p => p.AreFar, areFar)
            .AddCascadingValue(lesson.Desk)
            .AddCascadingValue(takeover));

    private static IReadOnlyList<string> Titles(IRenderedComponent<LessonBlocks> page) =>
        [.. page.FindAll(".reveal-title").Select(title => title.TextContent.Trim())];
}
