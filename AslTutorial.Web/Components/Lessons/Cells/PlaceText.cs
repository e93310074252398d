using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>What stands in a place: what was typed, else the parameter's default, else nothing.</summary>
internal static class PlaceText
{
    public static string Of(LessonDesk desk, string cell, string name) => desk.ValueOf(cell, name) ?? Default(desk.Lesson.Slug, cell, name) ?? "";

    private static string? Default(string lesson, string cell, string name) =>
        NotebookCells.Find(lesson, cell)?.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Default is { } value ? PythonValue.Text(value) : null;
}
