using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Lessons.Cells;
using AslTutorial.Web.Exercises;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Lessons.Practice;

public sealed class ExerciseCheckTests
{
    [Fact]
    public void Check_ClickedTwice_CountsOnceAndIsCalmlyBusy()
    {
        using var lesson = new LessonContext();
        var gate = new TaskCompletionSource();
        lesson.Exercises.Gate = gate.Task;
        lesson.Exercises.OnCheck = _ => new(CheckStatus.Done, Work.Right());
        var cell = Cell(lesson);
        cell.Find("[data-check]").Click();
        cell.Find("[data-check]").Click();
        cell.Find("[data-check]").GetAttribute("aria-disabled").ShouldBe("true");
        cell.Find("[role=status]").TextContent.ShouldBe("Checking");
        gate.SetResult();
        cell.WaitForAssertion(() => cell.Find(".exercise-head").ClassList.ShouldContain("is-solved"));
        lesson.Exercises.Asked.ShouldBe(["check dataset en"]);
        cell.Find("[data-check]").HasAttribute("aria-disabled").ShouldBeFalse();
    }

    [Fact]
    public void Check_AskedForAgainWithAnotherText_IsDoneAfterTheFirst()
    {
        using var lesson = Filled("'labels'", "1");
        var gate = new TaskCompletionSource();
        lesson.Exercises.Gate = gate.Task;
        lesson.Exercises.OnCheck = _ => new(CheckStatus.Done, lesson.Exercises.Asked.Count == 1 ? Work.Wrong() : Work.Right());
        var cell = Cell(lesson);
        cell.Find("[data-check]").Click();
        cell.FindAll("code-place input")[0].Change("'label'");
        cell.Find("[data-check]").Click();
        lesson.Exercises.Asked.ShouldBe(["check dataset en"]);
        gate.SetResult();
        cell.WaitForAssertion(() => cell.Find(".exercise-head").ClassList.ShouldContain("is-solved"));
        lesson.Exercises.Asked.ShouldBe(["check dataset en", "check dataset en"]);
        cell.Find("[data-check]").HasAttribute("aria-disabled").ShouldBeFalse();
    }

    [Fact]
    public void Incomplete_IsNeutral_AndSpoken()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.Values[("dataset", "label")] = "'label'";
        lesson.Exercises.OnCheck = _ => new(CheckStatus.Done, Work.Incomplete);
        var cell = Cell(lesson);
        cell.Find("[data-check]").Click();
        cell.WaitForAssertion(() => cell.Find(".exercise-result").ClassList.ShouldContain("is-open"));
        cell.Find(".result-line").TextContent.ShouldContain("overall Incomplete");
        cell.Find("[role=status]").TextContent.ShouldBe("overall Incomplete");
        cell.FindAll(".is-wrong, [aria-invalid]").ShouldBeEmpty();
        Marks(cell).ShouldBe(["right", "still empty"]);
    }

    [Fact]
    public void Wrong_MarkInTheCode_SentenceBelow_WhatPythonSays()
    {
        using var lesson = Filled("'labels'", "1");
        lesson.Exercises.OnCheck = _ => new(CheckStatus.Done, Work.Wrong());
        var cell = Cell(lesson);
        cell.Find("[data-check]").Click();
        cell.WaitForAssertion(() => Marks(cell).ShouldBe(["not right yet", "right"]));
        var (label, channels) = (cell.FindAll("code-place input")[0], cell.FindAll("code-place input")[1]);
        label.GetAttribute("aria-invalid").ShouldBe("true");
        channels.HasAttribute("aria-invalid").ShouldBeFalse();
        label.GetAttribute("aria-describedby")!.Split(' ').ShouldBe([cell.FindAll(".gap-mark")[0].Id!, cell.Find(".gap-notes li").Id!]);
        cell.Find(".gap-notes li").TextContent.ShouldBe("Gap 1: the column There is no such column.");
        cell.Find(".output-error").TextContent.ShouldEndWith("KeyError: 'labels'");
        cell.Find(".output-error").TextContent.ShouldContain("labels = pixels.pop('labels')");
    }

    [Fact]
    public void Wrong_AfterSuccess_TheHeadSaysWhatIsWhich()
    {
        using var lesson = Filled("'labels'", "1");
        lesson.Exercises.Keep("dataset", Work.Right(), isSolved: true);
        var cell = Cell(lesson);
        cell.Find(".exercise-head").ClassList.ShouldContain("is-solved");

        lesson.Exercises.OnCheck = _ => new(CheckStatus.Done, Work.Wrong());
        cell.Find("[data-check]").Click();

        cell.WaitForAssertion(() => cell.Find(".exercise-result").ClassList.ShouldContain("is-wrong"));
        cell.Find(".exercise-head").ClassList.ShouldNotContain("is-solved");
        cell.Find(".exercise-head").TextContent.ShouldBe("Solved before, and it stays counted. The answers checked last are not right.");
    }

    [Fact]
    public void Evidence_OfTheRun_StandsBesideWhatItPrinted()
    {
        using var lesson = Filled("'label'", "1");
        var ran = ExecutedOutcome.Of(Work.Ran("Train - Loss: 9.1 Accuracy: 0.0521", new CellFact(CellFactNames.TrainCount, CellValue.Of(640))));
        var work = Work.Right(ran);
        lesson.Exercises.Keep("dataset", work with { Checked = work.Checked with { Evidence = "Low numbers are as they should be." } });
        var says = Cell(lesson).Find(".python-says");
        says.TextContent.ShouldContain("A short run on 640 training images prints:");
        says.QuerySelector(".says-evidence")!.TextContent.ShouldBe("Low numbers are as they should be.");
    }

    [Fact]
    public void OneMistakeOfSeveralGaps_SaidOnceWithTheirNumbers()
    {
        using var lesson = Filled("'a'", "1");
        lesson.Exercises.Keep("dataset", Work.Of(
            VerdictStatus.Wrong,
            Work.Texts("'a'", "1"),
            Work.Gap("label", VerdictStatus.Wrong, "The wrong way round."),
            Work.Gap("channels", VerdictStatus.Wrong, "The wrong way round.")));
        Cell(lesson).FindAll(".gap-notes li").ShouldHaveSingleItem().TextContent.ShouldBe("Gaps 1, 2: The wrong way round.");
    }

    [Fact]
    public void Edited_LosesItsMark_AndTheResultIsAboutEarlierAnswers()
    {
        using var lesson = Filled("'labels'", "1");
        lesson.Exercises.Keep("dataset", Work.Wrong());
        var cell = Cell(lesson);
        cell.FindAll(".result-earlier").ShouldBeEmpty();
        cell.FindAll("code-place input")[0].Change("'label'");
        cell.WaitForAssertion(() => Marks(cell).ShouldBe(["right"]));
        cell.Find(".result-earlier").TextContent.ShouldContain("earlier answers");
        cell.FindAll("code-place input")[0].HasAttribute("aria-invalid").ShouldBeFalse();
    }

    [Fact]
    public void ReadAs_FullWidthSigns_AreShownAsUnderstood()
    {
        using var lesson = Filled("'label'", "１");
        lesson.Exercises.Keep("dataset", Work.Of(
            VerdictStatus.Correct,
            Work.Texts("'label'", "１"),
            Work.Gap("label", VerdictStatus.Correct),
            Work.Gap("channels", VerdictStatus.Correct, readAs: "1", source: "１")));
        Cell(lesson).Find(".read-as").TextContent.ShouldBe("Gap 2: number of channels was read as 1");
    }

    [Fact]
    public void Unreadable_SaysWhy_OnceThoughTheFieldHasSaidItToo()
    {
        using var lesson = Filled(null, "1");
        lesson.Notebooks.OnSet = (_, _) => "This cannot be read.";
        lesson.Exercises.OnCheck = _ => new(CheckStatus.Done, Work.Of(
            VerdictStatus.Invalid,
            Work.Texts("((", "1"),
            Work.Gap("label", VerdictStatus.Invalid, "This cannot be read.", source: "(("),
            Work.Gap("channels", VerdictStatus.Correct)));
        var cell = Cell(lesson);
        cell.FindAll("code-place input")[0].Change("((");
        cell.WaitForAssertion(() => cell.FindAll(".cell-fault").ShouldHaveSingleItem());
        cell.Find("[data-check]").Click();
        cell.WaitForAssertion(() => cell.Find(".gap-notes li").ClassList.ShouldContain("is-unreadable"));
        cell.FindAll(".cell-fault").ShouldBeEmpty();
        Marks(cell).ShouldBe(["cannot be read", "right"]);
    }

    [Fact]
    public void Ran_FirstBatchAndWhatWasPrinted_AreTold()
    {
        using var lesson = Filled("'label'", "1");
        lesson.Exercises.Keep("dataset", Work.Right(ExecutedOutcome.Of(Work.Ran(
            "Train - Loss: 1.0000",
            new(CellFactNames.FirstLoss, CellValue.Of(3.188)),
            new(CellFactNames.FirstAccuracy, CellValue.Of(.0313))))));
        var says = Cell(lesson).Find(".python-says");
        says.TextContent.ShouldContain("A first batch went through: loss 3.19, accuracy 0.03.");
        says.QuerySelector(".output-text")!.TextContent.ShouldBe("Train - Loss: 1.0000");
    }

    [Theory]
    [InlineData(NotExecuted.NoTrainer)]
    [InlineData(NotExecuted.Busy)]
    [InlineData(NotExecuted.TimedOut)]
    [InlineData(NotExecuted.Failed)]
    [InlineData(NotExecuted.Unsupported)]
    public void NotExecuted_SaysWhyAndThatItDoesNotCount(NotExecuted reason)
    {
        using var lesson = Filled("'labels'", "1", "zh-CN");
        lesson.Exercises.Keep("dataset", Work.Wrong(ExecutedOutcome.Not(reason)));
        lesson.Exercises.OnCheck = _ => new(CheckStatus.Done, Work.Wrong());
        var cell = Cell(lesson);
        cell.Find(".is-missing p").TextContent.ShouldNotContain("NotExecuted");
        cell.Find(".is-missing p").TextContent.ShouldContain("也不算你的错");
        if (reason == NotExecuted.Unsupported)
        {
            cell.FindAll(".is-missing button").ShouldBeEmpty();
            return;
        }

        cell.Find(".is-missing button").Click();
        cell.WaitForAssertion(() => cell.Find(".output-error").TextContent.ShouldContain("KeyError"));
    }

    [Fact]
    public void TooMany_SaysHowLongToWait()
    {
        using var lesson = new LessonContext();
        lesson.Exercises.OnCheck = _ => new(CheckStatus.TooMany, Wait: TimeSpan.FromSeconds(2.4));
        var cell = Cell(lesson);
        cell.Find("[data-check]").Click();
        cell.WaitForAssertion(() => cell.Find("[role=alert]").TextContent.ShouldContain("again in 3 s"));
    }

    [Fact]
    public void Faulty_SaysSoAndCanBeCheckedAgain()
    {
        using var lesson = Filled("'label'", "1");
        lesson.Exercises.OnCheck = _ => throw new InvalidOperationException("broken");
        var cell = Cell(lesson);
        cell.Find("[data-check]").Click();
        cell.WaitForAssertion(() => cell.Find("[role=alert]").TextContent.ShouldContain("on our side"));
        lesson.Exercises.OnCheck = _ => new(CheckStatus.Done, Work.Right());
        cell.Find("[data-check]").Click();
        cell.WaitForAssertion(() => cell.Find(".exercise-result").ClassList.ShouldContain("is-right"));
        cell.FindAll("[role=alert]").ShouldBeEmpty();
    }

    [Fact]
    public void Prerendered_TheLastAttemptIsThere_NothingIsSpoken()
    {
        using var lesson = Filled("'labels'", "1", interactive: false);
        lesson.Exercises.Keep("dataset", Work.Wrong());
        var cell = Cell(lesson);
        cell.Find(".output-error").TextContent.ShouldContain("KeyError");
        cell.Find("[data-check]").HasAttribute("disabled").ShouldBeTrue();
        cell.Find("[role=status]").TextContent.ShouldBeEmpty();
    }

    [Fact]
    public void CheckedInAnotherTab_ThisOneFollows_AndNoOtherCellIsDrawn()
    {
        using var lesson = Filled("'labels'", "1");
        var cell = Cell(lesson);
        var other = lesson.Show<CellView>(p => p.Add(c => c.Cell, SampleLesson.Setup));
        var drawn = other.RenderCount;
        lesson.Exercises.Keep("dataset", Work.Wrong());
        lesson.Notebooks.Tell();
        cell.WaitForAssertion(() => cell.Find(".exercise-result").ClassList.ShouldContain("is-wrong"));
        other.RenderCount.ShouldBe(drawn);
        drawn = cell.RenderCount;
        lesson.Notebooks.Tell();
        cell.RenderCount.ShouldBe(drawn);
    }

    internal static LessonContext Filled(string? label, string? channels, string culture = "en", bool interactive = true)
    {
        var lesson = new LessonContext(culture, interactive);
        foreach (var (name, text) in Work.Texts(label, channels))
        {
            lesson.Notebooks.Values[("dataset", name)] = text;
        }

        return lesson;
    }

    internal static IRenderedComponent<CellView> Cell(LessonContext lesson) => lesson.Show<CellView>(p => p.Add(c => c.Cell, SampleLesson.Dataset));

    private static IEnumerable<string?> Marks(IRenderedComponent<CellView> cell) => cell.FindAll(".gap-mark").Select(mark => mark.GetAttribute("aria-label"));
}
