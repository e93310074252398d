using System.ComponentModel;
using AslTutorial.Lessons;

namespace AslTutorial.Web.Api;

/// <summary>A lesson in a list.</summary>
internal sealed record LessonSummary(
    [property: Description("Its address: /lessons/{slug}.")] string Slug,
    [property: Description("zh-CN or en.")] string Language,
    [property: Description("Its place in the course.")] int Number,
    string Title,
    [property: Description("A sentence about it.")] string Summary)
{
    public static LessonSummary From(Lesson lesson) => new(lesson.Slug, lesson.Language, lesson.Number, lesson.Title, lesson.Summary);
}
