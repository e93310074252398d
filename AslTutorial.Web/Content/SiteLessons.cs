using AslTutorial.Lessons.Checking;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Content;

/// <summary>What this site has for its lessons, for the check of their content.</summary>
internal static class SiteLessons
{
    // Cells that the page runs by itself: the training panel stands for them.
    private static readonly SiteCell[] RunByThePage =
    [
        new("train-validate", ["dataloader", "summary", "accuracy"], null),
        new("train", ["train-validate"], null),
    ];

    public static LessonSite Site { get; } = new()
    {
        Widgets = ["conv2d", "batchnorm", "maxpool", "dropout", "flatten", "linear"],
        Pages = ["", "data", "runs"],
        Cells = new Dictionary<string, IReadOnlyList<SiteCell>>
        {
            [Lesson3Cells.Lesson] = Known(Lesson3Cells.All),
        },
    };

    private static IReadOnlyList<SiteCell> Known(IReadOnlyList<CellDescription> cells) => cells
        .Where(cell => cell.IsListed)
        .Select(cell => new SiteCell(cell.Id, cell.Needs, cell.Parameters.Select(parameter => parameter.Name).ToList()))
        .Concat(RunByThePage.Where(page => cells.All(cell => cell.Id != page.Id)))
        .ToList();
}
