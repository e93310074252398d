using System.ComponentModel;
using AslTutorial.Lessons;
using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Web.Api;

/// <summary>A lesson's plan: what it has, without its prose.</summary>
internal sealed record LessonReply(
    [property: Description("Its address: /lessons/{slug}.")] string Slug,
    [property: Description("zh-CN or en: of every title and label here.")] string Language,
    [property: Description("Its place in the course.")] int Number,
    string Title,
    [property: Description("In reading order, each with the ids of its cells and exercises.")] IReadOnlyList<LessonSectionReply> Sections,
    [property: Description("Every cell, exercises included, in reading order.")] IReadOnlyList<LessonCellReply> Cells,
    [property: Description("The exercises, with the names of their gaps.")] IReadOnlyList<LessonExerciseReply> Exercises)
{
    public static LessonReply From(Lesson lesson, LessonDescription? programs) => new(
        lesson.Slug,
        lesson.Language,
        lesson.Number,
        lesson.Title,
        [.. lesson.Sections.Select(LessonSectionReply.From)],
        [.. lesson.Cells.Select(cell => LessonCellReply.From(cell, programs))],
        [.. lesson.Cells.Where(cell => cell.IsExercise).Select(LessonExerciseReply.From)]);
}
