using AslTutorial.Lessons;
using AslTutorial.Lessons.Library;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Training.Lessons;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Cells;

/// <summary>Orders with the right answers in every gap, except for what a test says.</summary>
internal static class Orders
{
    /// <summary>What the programs of lesson 3 offer.</summary>
    public static LessonDescription Offered { get; } = TaughtLessons.Course.Find("cnn")!;

    private static readonly Lesson Text = new LessonLibrary(
        Path.Combine(TestPaths.RepositoryRoot, "content", "lessons"),
        Path.Combine(TestPaths.RepositoryRoot, "wwwroot")).Find(Offered.Slug, "en")!;

    private static readonly CellArgument[] Solution =
    [
        Argument("dataset", "label", CellValue.String("label")),
        Argument("dataset", "channels", CellValue.Name("IMG_CHS")),
        Argument("dataset", "width", CellValue.Name("IMG_WIDTH")),
        Argument("dataset", "height", CellValue.Name("IMG_HEIGHT")),
        Argument("dataloader", "train_shuffle", CellValue.Of(true), "shuffle"),
        Argument("train-validate", "first_name", CellValue.Name("validate")),
        Argument("train-validate", "first_mode", CellValue.Name("eval")),
        Argument("train-validate", "first_loader", CellValue.Name("valid_loader")),
        Argument("train-validate", "first_word", CellValue.Name("Valid")),
        Argument("train-validate", "second_name", CellValue.Name("train")),
        Argument("train-validate", "second_mode", CellValue.Name("train")),
        Argument("train-validate", "second_loader", CellValue.Name("train_loader")),
        Argument("train-validate", "second_word", CellValue.Name("Train")),
    ];

    public static CellArgument Argument(string cell, string name, CellValue value, string? keyword = null) =>
        new(cell, name, value, keyword);

    /// <summary>The first batch in order, so that it can be compared.</summary>
    public static CellArgument Unshuffled { get; } = Argument("dataloader", "train_shuffle", CellValue.Of(false), "shuffle");

    /// <summary>The last value of a gap counts.</summary>
    public static CellOrder Of(string cell, params CellArgument[] changes) =>
        Bare(cell) with { Arguments = [.. Solution, .. changes] };

    /// <summary>An order with nothing in the gaps.</summary>
    public static CellOrder Bare(string cell) => new(Offered.Slug, cell, [], Before: Before(cell));

    /// <summary>The cells before a cell, as the lesson's text has them, or those before the stage that it executes.</summary>
    public static IReadOnlyList<string> Before(string cell)
    {
        var after = Offered.Stages.FirstOrDefault(stage => stage.Program == cell && stage.After is not null)?.After;
        return [.. CellGraph.Upstream(Text.Cells, after ?? [cell]).Select(before => before.Id).Where(before => before != cell)];
    }

    /// <summary>An order with these gaps in the exercise "dataset".</summary>
    public static CellOrder WithDataset(string cell, CellValue label, CellValue channels, CellValue width, CellValue height) => Of(
        cell,
        Unshuffled,
        Argument("dataset", "label", label),
        Argument("dataset", "channels", channels),
        Argument("dataset", "width", width),
        Argument("dataset", "height", height));
}
