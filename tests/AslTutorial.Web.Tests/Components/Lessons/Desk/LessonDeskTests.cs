using AslTutorial.Lessons;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Components.Lessons.Desk;

public sealed class LessonDeskTests
{
    [Fact]
    public void Tell_TellsTheCellsThatChangedAlone()
    {
        using var lesson = new LessonContext();
        var told = new List<string>();
        using var first = lesson.Desk.Attach("setup", () => told.Add("setup"));
        using var second = lesson.Desk.Attach("load", () => told.Add("load"));
        lesson.Notebooks.Cells["load"] = FakeNotebooks.Done([]);
        lesson.Notebooks.Tell();
        told.ShouldBe(["load"]);
        lesson.Notebooks.Tell();
        told.ShouldBe(["load"]);
        lesson.Notebooks.Values[("setup", "x")] = "1";
        lesson.Notebooks.Tell();
        told.ShouldBe(["load", "setup"]);
        second.Dispose();
        lesson.Notebooks.Cells.Clear();
        lesson.Notebooks.Tell();
        told.ShouldBe(["load", "setup"]);
    }

    [Fact]
    public void Missing_WhatWasNotRun_InTheOrderOfThePage()
    {
        var plan = new CellPlan(SampleLesson.Lesson, SampleLesson.Programs);
        plan.Missing("peek", _ => CellState.Untouched).ShouldBe(["setup", "load"]);
        plan.Missing("peek", id => id == "setup" ? FakeNotebooks.Done([]) : CellState.Untouched).ShouldBe(["load"]);
        plan.Missing("setup", _ => CellState.Untouched).ShouldBeEmpty();
        plan.Above("peek").ShouldBe(["setup", "load"]);
    }

    [Fact]
    public void Missing_OfAnExerciseItsGapsAreNeeded_NotItsRun()
    {
        var plan = new CellPlan(SampleLesson.Lesson with
        {
            Sections = [new("1", "One", "one", 2, [new LessonBlock.Code(SampleLesson.Load), new LessonBlock.Code(SampleLesson.Dataset), new LessonBlock.Code(Batch)])],
        }, SampleLesson.Programs);

        plan.Missing("batch", _ => CellState.Untouched).ShouldBe(["load"]);
    }

    [Fact]
    public void Plan_OfALessonTheSiteHasNoProgramsFor_RunsNothing()
    {
        var plan = new CellPlan(SampleLesson.Lesson with { Slug = "averages" }, programs: null);

        plan.IsKnown("setup").ShouldBeFalse();
        plan.CanRun("setup").ShouldBeFalse();
        plan.Above("peek").ShouldBeEmpty();
    }

    [Fact]
    public void Told_AfterAReadingFailed_IsReadAgain()
    {
        using var lesson = new LessonContext();
        _ = lesson.Desk;
        lesson.Notebooks.IsBroken = true;
        lesson.Notebooks.Tell();
        lesson.Notebooks.IsBroken = false;
        lesson.Notebooks.Cells["setup"] = FakeNotebooks.Done([]);

        lesson.Notebooks.Tell();

        lesson.Desk.StateOf("setup").Count.ShouldBe(1);
    }

    private static LessonCell Batch { get; } = new("batch", ["dataset"], new([]), [], []);

    [Fact]
    public void Handoff_KeptForTheCircuitThatFollows_NotForOthersNorForLong()
    {
        var time = new FakeTimeProvider();
        using var handoff = new NotebookHandoff(time);
        var lesson = SampleLesson.Lesson;
        handoff.Leave("ada", lesson, DeskState.NothingYet);
        handoff.Find("ada", lesson).ShouldBeSameAs(DeskState.NothingYet);
        handoff.Find("bob", lesson).ShouldBeNull();
        handoff.Find("ada", lesson with { Slug = "other" }).ShouldBeNull();
        handoff.Find("ada", lesson with { Language = "zh-CN" }).ShouldBeNull();
        time.Advance(TimeSpan.FromMinutes(2));
        handoff.Find("ada", lesson).ShouldBeNull();
    }

    [Fact]
    public async Task Run_TypedAMomentAgo_IsKeptFirst()
    {
        using var lesson = new LessonContext();
        var kept = lesson.Desk.SetAsync("peek", "rows", "9");
        var answer = await lesson.Desk.RunAsync("peek");
        kept.IsCompleted.ShouldBeTrue();
        answer.Status.ShouldBe(CellRunStatus.Done);
    }
}
