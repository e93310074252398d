using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Progress;
using AslTutorial.Web.Tests.Components.Lessons;

namespace AslTutorial.Web.Tests.Progress;

public sealed class LessonProgressTests
{
    [Fact]
    public void Of_CountsWhatTheLessonHas()
    {
        var book = new ExerciseBook(
            new Dictionary<string, ExerciseState> { ["dataset"] = ExerciseState.Untouched with { IsSolved = true } },
            new Dictionary<string, QuestionState>
            {
                ["who"] = new("a", new(VerdictStatus.Wrong, "Not quite.", null, null)),
                ["shape"] = new(null, null),
            });
        LessonProgress.Of(SampleLesson.Lesson, SampleLesson.Programs, new HashSet<string> { "goals", "words", "gone" }, Ran("setup"), book)
            .ShouldBe(new("cnn", "A lesson", 2, 4, 1, 1, 1, 2, HasBegun: true));
    }

    [Fact]
    public void Of_SectionWithCells_IsDoneWhenTheyHaveBeenRun_AsInTheContents()
    {
        var read = new HashSet<string> { "goals", "words" };
        LessonProgress.Of(SampleLesson.Lesson, SampleLesson.Programs, read, Ran(), ExerciseBook.Empty).SectionsDone.ShouldBe(1, "words");
        LessonProgress.Of(SampleLesson.Lesson, SampleLesson.Programs, read, Ran("setup"), ExerciseBook.Empty).SectionsDone.ShouldBe(2, "goals too");
        LessonProgress.Of(SampleLesson.Lesson with { Slug = "averages" }, programs: null, read, Ran(), ExerciseBook.Empty).SectionsDone.ShouldBe(2, "nothing to run");
    }

    [Fact]
    public void HasBegun_NothingDone_No() =>
        LessonProgress.Of(SampleLesson.Lesson, SampleLesson.Programs, new HashSet<string>(), Ran(), ExerciseBook.Empty).HasBegun.ShouldBeFalse();

    [Fact]
    public void HasBegun_OneCellRun_Yes() =>
        LessonProgress.Of(SampleLesson.Lesson, SampleLesson.Programs, new HashSet<string>(), Ran("load"), ExerciseBook.Empty).HasBegun.ShouldBeTrue();

    private static NotebookState Ran(params string[] cells) =>
        new(cells.ToDictionary(cell => cell, _ => FakeNotebooks.Done([])), new Dictionary<(string Cell, string Name), string>());
}
