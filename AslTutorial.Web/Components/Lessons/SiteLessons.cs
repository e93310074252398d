using AslTutorial.Lessons.Checking;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Training.Lessons;
using AslTutorial.Web.Components.Widgets;
using AslTutorial.Web.Content;

namespace AslTutorial.Web.Components.Lessons;

/// <summary>What this site offers to lessons, for checking their content.</summary>
internal static class SiteLessons
{
    /// <summary>The views of a mistake's effect that every lesson can use.</summary>
    private static readonly string[] Views = ["training-curve", "log"];

    public static LessonSite Site { get; } = Of(TaughtLessons.Course, LessonModules.Site);

    public static LessonSite Of(LessonCourse course, LessonModules modules) => new()
    {
        Widgets = lesson => LessonWidgets.Ids(modules, lesson),
        Pages = ["", "data", "runs"],
        Programs = course.All.ToDictionary(lesson => lesson.Slug, lesson => Programs(lesson, modules.Find(lesson.Slug))),
    };

    private static SitePrograms Programs(LessonDescription lesson, LessonModule? module) => new(
        [.. lesson.Cells.Where(cell => cell.IsListed).Select(cell => new SiteCell(cell.Id, [.. cell.Parameters.Select(parameter => parameter.Name)])), .. Loops(lesson)],
        [.. lesson.Stages.Select(stage => stage.Name)],
        [.. lesson.Views.Select(view => view.Name).Intersect([.. Views, .. module?.Views.Keys ?? []])]);

    // The loop has no listed program; the training panel runs it.
    private static IEnumerable<SiteCell> Loops(LessonDescription lesson) => lesson.Loops is { } loops ? [new SiteCell(loops.Id, null)] : [];
}
