using System.ComponentModel;
using AslTutorial.Lessons;

namespace AslTutorial.Web.Api;

/// <summary>An exercise of a lesson.</summary>
internal sealed record LessonExerciseReply(
    string Id,
    [property: Description("The names of its gaps, in the order of the code.")] IReadOnlyList<string> Gaps)
{
    public static LessonExerciseReply From(LessonCell cell) => new(cell.Id, [.. cell.Gaps.Select(place => place.Name)]);
}
