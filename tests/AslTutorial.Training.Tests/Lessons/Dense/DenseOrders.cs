using AslTutorial.Lessons;
using AslTutorial.Lessons.Library;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Training.Lessons;
using AslTutorial.Training.Tests.Cells;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Lessons.Dense;

/// <summary>Orders of lesson 2 with the right answers in every gap, except for what a test says.</summary>
internal static class DenseOrders
{
    private static readonly LessonDescription Offered = TaughtLessons.Course.Find("dense")!;

    private static readonly Lesson Text = new LessonLibrary(
        Path.Combine(TestPaths.RepositoryRoot, "content", "lessons"), Path.Combine(TestPaths.RepositoryRoot, "wwwroot")).Find(Offered.Slug, "en")!;

    private static readonly CellArgument[] Solution =
    [
        Operation("train", "/", CellValue.Of(255)),
        Operation("valid", "/", CellValue.Of(255)),
        Named("model", "inputs", "input_size"),
        Named("model", "first_activation", "nn.ReLU()"),
        new("model", "hidden", CellValue.Of(512)),
        Named("model", "second_activation", "nn.ReLU()"),
        Named("model", "outputs", "n_classes"),
        Named("accuracy", "output", "output"),
        Named("accuracy", "labels", "y"),
        Named("accuracy", "count", "N"),
    ];

    public static CellArgument Named(string cell, string gap, string word) => new(cell, gap, CellValue.Name(word));

    /// <summary>What stands in a gap of the exercise normalize.</summary>
    public static CellArgument Operation(string gap, string sign, CellValue value) => new("normalize", gap, value, sign);

    /// <summary>The last value of a gap counts.</summary>
    public static CellOrder Of(string cell, params CellArgument[] changes)
    {
        var after = Offered.Stages.FirstOrDefault(stage => stage.Program == cell)?.After;
        var before = CellGraph.Upstream(Text.Cells, after ?? [cell]).Select(needed => needed.Id).Where(needed => needed != cell);
        return new(Offered.Slug, cell, [.. Solution, .. changes], Before: [.. before]);
    }

    /// <summary>An order without what stands in one gap.</summary>
    public static CellOrder Without(CellOrder order, string cell, string gap) =>
        order with { Arguments = [.. order.Arguments.Where(argument => argument.Cell != cell || argument.Name != gap)] };
}
