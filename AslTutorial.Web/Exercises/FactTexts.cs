using System.Globalization;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Exercises;

/// <summary>Formats an execution's facts for authors' sentences: counts with separators, other numbers as Python prints them.</summary>
internal static class FactTexts
{
    public static IReadOnlyDictionary<string, string> Of(CellResult? result)
    {
        var texts = new Dictionary<string, string>();
        foreach (var fact in result?.Facts ?? [])
        {
            texts[fact.Name] = Text(fact.Value);
        }

        return texts;
    }

    // Same format in both languages. Ties round to even, as in Python's print next to them: 0.03125 is 0.0312.
    private static string Text(CellValue value) => value.Kind switch
    {
        CellValueKind.Integer => value.Integer.ToString("N0", CultureInfo.InvariantCulture),
        CellValueKind.Real => Math.Round(value.Real, 4, MidpointRounding.ToEven).ToString("0.0000", CultureInfo.InvariantCulture),
        CellValueKind.Boolean => value.Boolean ? "True" : "False",
        _ => value.Text,
    };
}
