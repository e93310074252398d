using System.ComponentModel;
using AslTutorial.Lessons;
using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Web.Api;

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
