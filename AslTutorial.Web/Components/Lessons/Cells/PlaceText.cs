using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Lessons.Desk;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>What stands in a place: what was typed, else the parameter's default, else nothing.</summary>
internal static class PlaceText
{
    public static string Of(LessonDesk desk, string cell, string name) => desk.ValueOf(cell, name) ?? Default(cell, name) ?? "";

    private static string? Default(string cell, string name) =>
        Lesson3Cells.Find(cell)?.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Default is { } value ? PythonValue.Text(value) : null;
}
