using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Components.Home;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Tests.Components.Lessons;

namespace AslTutorial.Web.Tests.Components.Home;

public sealed class LessonProgressTests
{
    [Fact]
    public void Of_CountsWhatTheLessonHas()
    {
        var book = new ExerciseBook(
            new Dictionary<string, ExerciseState> { ["dataset"] = ExerciseState.Untouched with { IsSolved = true } },
            new Dictionary<string, QuestionState>
            {
                ["who"] = new("a", new(VerdictStatus.Wrong, "Not quite.", null, null), CanCheck: true),
                ["shape"] = new(null, null, CanCheck: true),
            });
        LessonProgress.Of(SampleLesson.Lesson, new HashSet<string> { "goals", "words", "gone" }, book)
            .ShouldBe(new("cnn", "A lesson", 2, 4, 1, 1, 1, 2));
    }

    [Fact]
    public void HasBegun_NothingDone_No() =>
        LessonProgress.Of(SampleLesson.Lesson, new HashSet<string>(), ExerciseBook.Empty).HasBegun.ShouldBeFalse();
}
