using AslTutorial.Web.Components.Lessons;
using AslTutorial.Web.Components.Lessons.Asides;
using AslTutorial.Web.Components.Lessons.Reading;
using AslTutorial.Web.Exercises;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Lessons.Practice;

/// <summary>Hints, the solution, and what is seen once an exercise is solved.</summary>
public sealed class ExerciseHelpTests
{
    [Fact]
    public void Hints_BeforeTheFirstAttempt_AreAnnouncedAndNotThere()
    {
        using var lesson = new LessonContext();
        lesson.Exercises.States["dataset"] = ExerciseState.Untouched with { HintTotal = 3 };
        var cell = ExerciseCheckTests.Cell(lesson);
        cell.FindAll(".cell-hint, .exercise-hints").ShouldBeEmpty();
        cell.Find(".head-note").TextContent.ShouldBe("Hints open after the first attempt");
    }

    [Fact]
    public void Hints_OpenedOneByOne_StayListed()
    {
        using var lesson = ExerciseCheckTests.Filled("'labels'", "1");
        lesson.Exercises.Keep("dataset", Work.Wrong());
        var cell = ExerciseCheckTests.Cell(lesson);
        for (var i = 1; i <= 3; i++)
        {
            cell.Find(".cell-hint").TextContent.Trim().ShouldBe($"Hint {i} of 3");
            cell.Find(".cell-hint").Click();
            cell.WaitForAssertion(() => cell.FindAll(".exercise-hints li").Count.ShouldBe(i));
        }

        cell.Find(".cell-hint").ShouldSatisfyAllConditions(
            hint => hint.TextContent.Trim().ShouldBe("All hints are open"), hint => hint.GetAttribute("aria-disabled").ShouldBe("true"));
        cell.FindAll(".exercise-hints li").Select(hint => hint.TextContent)
            .ShouldBe(["Hint 1 of 3 hint number 1", "Hint 2 of 3 hint number 2", "Hint 3 of 3 hint number 3"]);
    }

    [Fact]
    public void Solution_BeforeSuccess_AsksAndIsNoted()
    {
        using var lesson = new LessonContext();
        var reveal = lesson.Show<RevealView>(p => p.Add(r => r.Reveal, SampleLesson.Solution));
        reveal.Find(".reveal-title").Click();
        lesson.Exercises.Asked.ShouldBeEmpty();
        reveal.Markup.ShouldNotContain("42");
        reveal.Find(".reveal-ask button").Click();
        reveal.WaitForAssertion(() => reveal.Markup.ShouldContain("42"));
        lesson.Exercises.Asked.ShouldBe(["reveal dataset"]);
        reveal.FindAll(".solution").ShouldBeEmpty();
    }

    [Fact]
    public void Solution_AfterSuccess_OpensByAClickWithTheLearnersOwnBesideIt()
    {
        using var lesson = new LessonContext();
        var texts = new Dictionary<string, string> { ["label"] = "'label'", ["channels"] = "1", ["width"] = "28", ["height"] = "IMG_WIDTH" };
        lesson.Exercises.Keep("dataset", Work.Right() with { Texts = texts }, isSolved: true);
        var real = LessonContext.RealLessons.Find("cnn", "en").ShouldNotBeNull();
        lesson.Desk.Take(SampleLesson.Lesson with { Cells = [.. real.Cells.Where(cell => cell.Id == "dataset")] });
        var reveal = lesson.Show<RevealView>(p => p.Add(r => r.Reveal, SampleLesson.Solution));
        reveal.Markup.ShouldNotContain("IMG_CHS");
        reveal.Find(".reveal-title").Click();
        reveal.WaitForAssertion(() => reveal.Markup.ShouldContain("42"));
        reveal.FindAll(".solution code").Select(code => code.TextContent).ShouldBe(
        [
            "labels = pixels.pop('label')\npixels = pixels.reshape(-1, 1, 28, IMG_WIDTH)",
            "labels = pixels.pop(\"label\")\npixels = pixels.reshape(-1, IMG_CHS, IMG_HEIGHT, IMG_WIDTH)",
        ]);
        lesson.Exercises.Asked.ShouldBeEmpty();
    }

    [Fact]
    public void Solved_HeadSaysSo_AndWhetherTheSolutionWasSeen()
    {
        using var lesson = ExerciseCheckTests.Filled("'label'", "1");
        lesson.Exercises.Keep("dataset", Work.Right(), isSolved: true);
        var cell = ExerciseCheckTests.Cell(lesson);
        cell.Find(".exercise-head.is-solved").TextContent.Trim().ShouldBe("Solved");
        lesson.Exercises.States["dataset"] = lesson.Exercises.States["dataset"] with { IsRevealed = true };
        lesson.Notebooks.Tell();
        cell.WaitForAssertion(() => cell.Find(".exercise-head .head-note").TextContent.ShouldBe("after a look at the solution"));
    }

    [Fact]
    public void Rail_SolvedExercise_IsMarkedAndCounted()
    {
        using var lesson = new LessonContext();
        var rail = lesson.Show<ContentsRail>(p => p.Add(r => r.Lesson, SampleLesson.Lesson));
        rail.Find(".rail-exercises").TextContent.ShouldBe("Exercises 0 of 1");
        rail.Find("a[data-section=data-section] .rail-exercise").TextContent.ShouldBe("exercise dataset: open");
        lesson.Exercises.Keep("dataset", Work.Right(), isSolved: true);
        lesson.Notebooks.Tell();
        rail.WaitForAssertion(() => rail.Find(".rail-exercises").TextContent.ShouldBe("Exercises 1 of 1"));
        rail.Find("a[data-section=data-section] .rail-exercise.is-solved").TextContent.ShouldBe("exercise dataset: solved");
    }

    [Fact]
    public void Tools_ExportOfTheWork_IsADownload()
    {
        using var lesson = new LessonContext();
        var link = lesson.Show<LessonTools>(p => p.Add(t => t.Lesson, SampleLesson.Lesson)).Find("a[download]");
        link.GetAttribute("href").ShouldBe("api/lessons/cnn/work");
        link.GetAttribute("download").ShouldBe("3-cnn.work.json");
    }
}
