using AslTutorial.Lessons;
using AslTutorial.Lessons.Listings;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Lessons.Cells;
using AslTutorial.Web.Trainers;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Lessons.Cells;

public sealed class CellViewTests
{
    [Fact]
    public void Run_Clicked_CountsAndPrints()
    {
        using var lesson = new LessonContext();
        var cell = Cell(lesson, SampleLesson.Setup);
        cell.Find(".cell-number > :first-child").TextContent.ShouldBe("In\u00a0[\u00a0]");
        cell.Find(".cell-name").TextContent.ShouldBe("setup");
        cell.Find("[data-run]").Click();
        cell.WaitForAssertion(() => cell.Find(".output-text").TextContent.ShouldBe("setup"));
        cell.Find(".cell-number > :first-child").TextContent.ShouldBe("In\u00a0[1]");
    }

    [Fact]
    public void Run_BeforeWhatItNeeds_NamesItAndRunsAllThatLiesBetween()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.OnRun = cell => cell == "peek" && !lesson.Notebooks.Cells.ContainsKey("load") ? new(CellRunStatus.NeedsCell, Missing: "setup") : null;
        var cell = Cell(lesson, SampleLesson.Peek);
        cell.Find("[data-run]").Click();
        cell.WaitForAssertion(() => cell.FindAll(".cell-notice a").Select(link => link.TextContent).ShouldBe(["In [\u00a0], setup", "In [\u00a0], load"]));
        cell.Find(".cell-notice button").Click();
        cell.WaitForAssertion(() => cell.Find(".output-text").TextContent.ShouldBe("peek"));
        lesson.Notebooks.Ran.ShouldBe(["peek", "setup", "load", "peek"]);
        cell.FindAll(".cell-notice").ShouldBeEmpty();
    }

    [Fact]
    public void Notice_WhatWasMissingIsRunFromItsOwnPlace_Goes()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.Cells["setup"] = FakeNotebooks.Done([]);
        lesson.Notebooks.OnRun = cell => cell == "peek" ? new(CellRunStatus.NeedsCell, Missing: "load") : null;
        var cell = Cell(lesson, SampleLesson.Peek);
        cell.Find("[data-run]").Click();
        cell.WaitForAssertion(() => cell.FindAll(".cell-notice").ShouldHaveSingleItem());
        var other = Cell(lesson, SampleLesson.Load);
        other.Find("[data-run]").Click();
        cell.WaitForAssertion(() => cell.FindAll(".cell-notice").ShouldBeEmpty());
    }

    [Fact]
    public void Run_NeedsAnExercise_SaysSoAndLinksToIt()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.OnRun = _ => new(CellRunStatus.NeedsExercise, Missing: "dataset", Message: "Fill in the exercise dataset first.");
        lesson.Notebooks.Cells["dataset"] = FakeNotebooks.Done([], count: 5);
        var cell = Cell(lesson, SampleLesson.Peek);
        cell.Find("[data-run]").Click();
        cell.WaitForAssertion(() => cell.Find(".cell-notice").TextContent.ShouldContain("The exercise In [5], dataset has a gap"));
        cell.Find(".cell-notice a").TextContent.ShouldBe("Go to the exercise In [5], dataset");
        cell.Find(".cell-notice a").GetAttribute("href").ShouldBe("lessons/cnn#dataset");
    }

    [Theory]
    [InlineData(CellRunStatus.BadValue)]
    [InlineData(CellRunStatus.Unknown)]
    [InlineData(CellRunStatus.Interrupted)]
    [InlineData(CellRunStatus.TimedOut)]
    [InlineData(CellRunStatus.Busy)]
    [InlineData(CellRunStatus.NoTrainer)]
    [InlineData(CellRunStatus.Failed)]
    public void Run_RefusedWithoutASentence_SaysWhyInWords(CellRunStatus status)
    {
        using var lesson = new LessonContext("zh-CN");
        lesson.Notebooks.OnRun = _ => new(status);
        var cell = Cell(lesson, SampleLesson.Setup);
        cell.Find("[data-run]").Click();
        cell.WaitForAssertion(() => cell.Find(".cell-notice p").TextContent.Trim().ShouldNotStartWith("Refused."));
        cell.Find(".cell-notice p").TextContent.ShouldContain("。");
    }

    // At the value itself stands what it may be, and under its label: not once more, under the program's name for it.
    [Theory]
    [InlineData("peek", "本单元格里有一个值不能用，改好后再运行。")]
    [InlineData("setup", "单元格 In [\u00a0] setup 里有一个值不能用。")]
    public void Run_ValueRefused_RangeAndTheProgramsNameAreNotRepeated(string faulty, string notice)
    {
        using var lesson = new LessonContext("zh-CN");
        lesson.Notebooks.OnRun = _ => new(CellRunStatus.BadValue, Missing: faulty, Message: "dropout_head: 这里要填 0 到 1 之间的数。");
        var cell = Cell(lesson, SampleLesson.Peek);
        cell.Find("[data-run]").Click();
        cell.WaitForAssertion(() => cell.Find(".cell-notice p").TextContent.Trim().ShouldStartWith(notice));
        cell.Find(".cell-notice").TextContent.ShouldNotContain("0 到 1");
        cell.Find(".cell-notice").TextContent.ShouldNotContain("dropout_head");
    }

    [Fact]
    public void Run_NotebookFaults_SaysSoAndTheCellCanBeRunAgain()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.OnRun = _ => throw new InvalidOperationException("broken");
        var cell = Cell(lesson, SampleLesson.Setup);
        cell.Find("[data-run]").Click();
        cell.WaitForAssertion(() => cell.Find(".cell-notice").TextContent.ShouldContain("on our side"));
        lesson.Notebooks.OnRun = _ => null;
        cell.Find("[data-run]").Click();
        cell.WaitForAssertion(() => cell.Find(".output-text").TextContent.ShouldBe("setup"));
    }

    [Fact]
    public void Run_WhileItTakesTime_ShowsSpinnerAndInterrupts()
    {
        using var lesson = new LessonContext();
        var gate = new TaskCompletionSource();
        lesson.Notebooks.Gate = gate.Task;
        var cell = Cell(lesson, SampleLesson.Setup);
        cell.Find("[data-run]").Click();
        cell.Find(".spinner").ShouldNotBeNull();
        cell.Find(".is-running").Click();
        lesson.Notebooks.Interrupted.ShouldBe(1);
        gate.SetResult();
        cell.WaitForAssertion(() => cell.FindAll(".spinner").ShouldBeEmpty());
    }

    [Fact]
    public void Stale_SaidInWordsAndRunAgain()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.Cells["setup"] = FakeNotebooks.Done([CellOutput.Of("old")], stale: true);
        var cell = Cell(lesson, SampleLesson.Setup);
        cell.Find(".cell-notice.is-stale").TextContent.ShouldContain("Inputs changed, run again.");
        cell.Find(".output-text").TextContent.ShouldBe("old");
        cell.Find(".cell-notice.is-stale button").Click();
        cell.WaitForAssertion(() => cell.FindAll(".is-stale").ShouldBeEmpty());
    }

    [Fact]
    public void RunAbove_StopsAtAnError()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.OnRun = cell => cell == "load"
            ? new(CellRunStatus.Done, Result: new([CellOutput.Of(new CellError("KeyError", "'x'", []))], 1, []))
            : null;
        var cell = Cell(lesson, SampleLesson.Dataset);
        cell.Find(".cell-more button[title='Run all above']").Click();
        cell.WaitForAssertion(() => cell.Find(".cell-notice").TextContent.ShouldContain("Stopped at the cell In [\u00a0], load"));
        lesson.Notebooks.Ran.ShouldBe(["setup", "load"]);
    }

    [Fact]
    public void Prerendered_RunWaitsForTheCircuit_TextIsThere()
    {
        using var lesson = new LessonContext(interactive: false);
        lesson.Notebooks.Cells["setup"] = FakeNotebooks.Done([CellOutput.Of("kept")], count: 7);
        var cell = Cell(lesson, SampleLesson.Setup);
        cell.Find("[data-run]").HasAttribute("disabled").ShouldBeTrue();
        cell.Find(".output-text").TextContent.ShouldBe("kept");
        cell.Find(".cell-number").TextContent.ShouldContain("[7]");
    }

    [Fact]
    public void CSharp_WhereThereIsOne_StandsBesideThePython()
    {
        using var lesson = new LessonContext(csharp: new Listing([[new ListingSpan.Text("var", TokenKind.Keyword), new ListingSpan.Text(" x = Of<T>();", TokenKind.Plain)]]));
        var cell = Cell(lesson, SampleLesson.Setup);
        cell.Find(".csharp code").TextContent.ShouldBe("var x = Of<T>();");
        cell.Find(".csharp .tk").TextContent.ShouldBe("var");
        cell.FindAll("[data-code-language]").Count.ShouldBe(2);
    }

    [Fact]
    public void CSharp_WithGaps_HasTheSamePlacesAsThePython()
    {
        using var lesson = new LessonContext(csharp: new Listing(
        [
            [new ListingSpan.Text("Reshape(", TokenKind.Plain), new ListingSpan.Gap("channels"), new ListingSpan.Text(");", TokenKind.Plain)],
            [new ListingSpan.Text("    Pop(", TokenKind.Plain), new ListingSpan.Gap("label"), new ListingSpan.Text(");", TokenKind.Plain)],
        ]));
        lesson.Notebooks.Values[("dataset", "label")] = "'label'";
        var cell = Cell(lesson, SampleLesson.Dataset);

        var places = cell.FindAll(".csharp code-place");
        places.Select(place => place.GetAttribute("data-kept")).ShouldBe(["", "'label'"]);
        places.Select(place => place.QuerySelector(".place-number")!.TextContent).ShouldBe(["2", "1"], "as in the Python");
        cell.FindAll("code-place").Select(place => place.GetAttribute("data-key")).Distinct().Count().ShouldBe(4);
        cell.FindAll(".csharp .code-line").Select(line => line.GetAttribute("style")).ShouldBe(["--indent: 0", "--indent: 4"]);

        cell.FindAll(".csharp input")[0].Change("frameData");
        cell.WaitForAssertion(() => cell.FindAll(".python code-place")[1].GetAttribute("data-kept").ShouldBe("frameData"));
    }

    [Fact]
    public void KeptValueIsFaulty_SaidOnEveryPageThatShowsIt_UntilItIsCorrectedAnywhere()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.OnFault = (name, text) => name == "rows" && text == "99" ? "At most 20." : null;
        lesson.Notebooks.Values[("peek", "rows")] = "99";
        var cell = Cell(lesson, SampleLesson.Peek);
        cell.Find(".cell-fault").TextContent.ShouldContain("At most 20.");
        cell.Find("code-place input").GetAttribute("aria-invalid").ShouldBe("true");

        lesson.Notebooks.Values[("peek", "rows")] = "9";
        lesson.Notebooks.Tell();

        cell.WaitForAssertion(() => cell.FindAll(".cell-fault").ShouldBeEmpty());
        cell.Find("code-place input").HasAttribute("aria-invalid").ShouldBeFalse();
    }

    [Fact]
    public void RunAbove_ClickedTwice_RunsOnce_AndSaysNothingOfThisCell()
    {
        using var lesson = new LessonContext();
        var gate = new TaskCompletionSource();
        lesson.Notebooks.Gate = gate.Task;
        var cell = Cell(lesson, SampleLesson.Peek);
        var above = cell.Find(".cell-more button[title='Run all above']");
        above.Click();
        cell.Find(".cell-more button[title='Run all above']").HasAttribute("disabled").ShouldBeTrue();
        above.Click();
        gate.SetResult();
        cell.WaitForAssertion(() => cell.Find(".cell-more button[title='Run all above']").HasAttribute("disabled").ShouldBeFalse());
        lesson.Notebooks.Ran.ShouldBe(["setup", "load"]);
        cell.FindAll("[role=status]")[^1].TextContent.ShouldBeEmpty();
    }

    [Fact]
    public void CellOfALessonTheSiteHasNoProgramsFor_IsThereToBeRead()
    {
        using var lesson = new LessonContext(csharp: new Listing([[new ListingSpan.Text("var x;", TokenKind.Plain)]])) { Programs = null };
        var cell = Cell(lesson, SampleLesson.Setup);
        cell.FindAll("[data-run], .cell-elsewhere, .csharp").ShouldBeEmpty();
        cell.Find("[data-copy-cell]").ShouldNotBeNull();
    }

    [Fact]
    public void OtherCellChanges_ThisOneIsNotDrawnAnew()
    {
        using var lesson = new LessonContext();
        var cell = Cell(lesson, SampleLesson.Setup);
        var other = Cell(lesson, SampleLesson.Load);
        var drawn = cell.RenderCount;
        other.Find("[data-run]").Click();
        other.WaitForAssertion(() => other.Find(".output-text").TextContent.ShouldBe("load"));
        cell.RenderCount.ShouldBe(drawn);
    }

    private static IRenderedComponent<CellView> Cell(LessonContext lesson, LessonCell cell) => lesson.Show<CellView>(p => p.Add(c => c.Cell, cell));
}
