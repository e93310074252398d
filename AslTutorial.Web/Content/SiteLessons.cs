using AslTutorial.Lessons.Checking;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Widgets;

namespace AslTutorial.Web.Content;

/// <summary>What this site has for its lessons, for the check of their content.</summary>
internal static class SiteLessons
{
    // The page runs it by itself: the training panel stands for it.
    private static readonly SiteCell Train = new("train", ["train-validate"], null);

    public static LessonSite Site { get; } = new()
    {
        Widgets = [.. LessonWidgets.ById.Keys],
        Pages = ["", "data", "runs"],
        Cells = new Dictionary<string, IReadOnlyList<SiteCell>>
        {
            [Lesson3Cells.Lesson] = Known(Lesson3Cells.All),
        },
    };

    private static IReadOnlyList<SiteCell> Known(IReadOnlyList<CellDescription> cells) => cells
        .Where(cell => cell.IsListed)
        .Select(cell => new SiteCell(cell.Id, cell.Needs, cell.Parameters.Select(parameter => parameter.Name).ToList()))
        .Append(Train)
        .ToList();
}
