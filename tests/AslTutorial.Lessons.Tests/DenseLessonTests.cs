using AslTutorial.Lessons.Library;

namespace AslTutorial.Lessons.Tests;

/// <summary>Lesson 2 as it stands in content/.</summary>
public sealed class DenseLessonTests
{
    private static readonly string[] HeadingNumbers =
    [
        "2", "2.1", "2.2", "2.2.1", "2.3", "2.3.1", "2.3.2", "2.3.3", "2.3.4", "2.3.5", "2.4", "2.4.1", "2.4.2", "2.5",
        "2.6", "2.6.1", "2.6.2", "2.6.3", "2.6.4", "2.6.5", "2.7", "2.7.1", "2.7.2",
    ];

    private static readonly string[] CellIds =
    [
        "setup", "load", "head", "labels", "images", "x-train-shape", "y-train-shape", "x-valid-shape", "y-valid-shape", "pictures", "min",
        "max", "normalize", "dataset", "loaders", "loader", "batch", "batch-x-shape", "batch-y-shape", "model", "summary", "train-function",
        "validate-function", "accuracy", "train",
    ];

    public static TheoryData<string> Languages => ["zh-CN", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Dense_EachLanguage_AllSectionsAndCellsInOrder(string language)
    {
        var lesson = Read(language);
        lesson.Number.ShouldBe(2);
        lesson.Sections.Select(section => section.Number).ShouldBe(HeadingNumbers);
        lesson.Cells.Select(cell => cell.Id).ShouldBe(CellIds);
        lesson.Cells.Where(cell => cell.IsExercise).Select(cell => (cell.Id, cell.Gaps.Count)).ShouldBe([("normalize", 2), ("model", 6), ("accuracy", 3)]);
        lesson.Questions.Count.ShouldBe(8);
    }

    [Fact]
    public void Dense_BothLanguages_SameSections()
    {
        var (chinese, english) = (Read("zh-CN"), Read("en"));
        chinese.Sections.Select(section => section.Id).ShouldBe(english.Sections.Select(section => section.Id));
    }

    private static Lesson Read(string language) =>
        new LessonLibrary(Repository.Lessons, Repository.WebRoot).Find("dense", language).ShouldNotBeNull();
}
