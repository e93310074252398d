using AslTutorial.Web.Components.Lessons.Desk;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>The text in a place: what was typed, else the parameter's default, else empty.</summary>
internal static class PlaceText
{
    public static string Of(LessonDesk desk, string cell, string name) => desk.ValueOf(cell, name) ?? Default(desk, cell, name) ?? "";

    private static string? Default(LessonDesk desk, string cell, string name) =>
        desk.Programs?.Find(cell)?.Find(name)?.Default is { } value ? PythonValue.Text(value) : null;
}
