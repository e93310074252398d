using System.ComponentModel;
using AslTutorial.Lessons;
using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Web.Api;

/// <summary>A lesson's structure, without its prose.</summary>
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

/// <summary>A section of a lesson.</summary>
internal sealed record LessonSectionReply(
    [property: Description("As printed: 3.2.1.")] string Number,
    [property: Description("Its anchor on the page.")] string Id,
    string Heading,
    [property: Description("2 for a section, 3 for one within it.")] int Level,
    [property: Description("The ids of its cells and exercises, in reading order.")] IReadOnlyList<string> Cells)
{
    public static LessonSectionReply From(LessonSection section) =>
        new(section.Number, section.Id, section.Heading, section.Level, [.. CellsOf(section.Blocks)]);

    private static IEnumerable<string> CellsOf(IEnumerable<LessonBlock> blocks) => LessonBlock.Unfold(blocks).SelectMany(block => block switch
    {
        LessonBlock.Code code => [code.Cell.Id],
        LessonBlock.Reveal reveal => CellsOf(reveal.Blocks),
        _ => [],
    });
}

/// <summary>A cell of a lesson.</summary>
internal sealed record LessonCellReply(
    string Id,
    [property: Description("The cells and exercises that have to be run or filled in directly before it.")] IReadOnlyList<string> Needs,
    [property: Description("Whether POST .../cells/{cell}/run runs it.")] bool CanRun,
    bool IsExercise,
    [property: Description("The names of what may be changed in it.")] IReadOnlyList<string> Parameters)
{
    public static LessonCellReply From(LessonCell cell, LessonDescription? programs) => new(
        cell.Id,
        cell.Needs,
        programs?.HasProgram(cell.Id) == true,
        cell.IsExercise,
        [.. cell.Parameters.Select(place => place.Name)]);
}

/// <summary>An exercise of a lesson.</summary>
internal sealed record LessonExerciseReply(
    string Id,
    [property: Description("The names of its gaps, in the order of the code.")] IReadOnlyList<string> Gaps)
{
    public static LessonExerciseReply From(LessonCell cell) => new(cell.Id, [.. cell.Gaps.Select(place => place.Name)]);
}
