using System.Globalization;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>Values in the style of the lesson's code.</summary>
internal static class PythonValue
{
    public static string Text(CellValue value) => value.Kind switch
    {
        CellValueKind.Integer => value.Integer.ToString(CultureInfo.InvariantCulture),
        CellValueKind.Real => Real(value.Real),
        CellValueKind.Boolean => value.Boolean ? "True" : "False",
        _ => value.Text,
    };

    // The course's code has .2, not 0.2.
    private static string Real(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.StartsWith("0.", StringComparison.Ordinal) ? text[1..] : text;
    }
}
