using System.Globalization;

namespace AslTutorial.Training.Cells.Printing.Pandas;

/// <summary>
/// pandas' repr(DataFrame) of whole numbers where as many columns are shown as fit into 80 characters, as in a terminal
/// (pandas/io/formats/string.py: _fit_strcols_to_terminal_width). For tables of at most 60 rows, which are not shortened.
/// </summary>
internal static class FramePrinter
{
    public const int MaxRows = 60;
    private const int Width = 80;
    private const string Dots = "...";

    /// <param name="columns">Their names.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="value">The number in a row and a column.</param>
    public static string Repr(IReadOnlyList<string> columns, int rows, Func<int, int, long> value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, MaxRows);
        var index = Column("", [.. Enumerable.Range(0, rows).Select(row => row.ToString(CultureInfo.InvariantCulture))], isLeft: true);
        var all = columns.Select((name, column) => Numbers(name, [.. Enumerable.Range(0, rows).Select(row => value(row, column))])).ToList();
        var shown = Fitting([index[0].Length, .. all.Select(column => column[0].Length)]);
        if (shown is null)
        {
            return Join([index, .. all]);
        }

        var half = shown.Value / 2;
        string[] dots = [.. Enumerable.Repeat(" " + Dots, rows + 1)];
        return Join([index, .. all.Take(half), dots, .. all.TakeLast(half)]) + $"\n\n[{rows} rows x {columns.Count} columns]";
    }

    /// <summary>How many columns fit, the middle ones left out first; null if all of them do.</summary>
    private static int? Fitting(List<int> widths)
    {
        // One blank between columns, and one more column than the width has, as pandas counts.
        var excess = widths.Sum() + widths.Count - 1 - Width + 1;
        if (excess <= 0)
        {
            return null;
        }

        while (excess > 0 && widths.Count > 1)
        {
            var middle = (int)Math.Round(widths.Count / 2.0, MidpointRounding.ToEven);
            excess -= widths[middle] + 1;
            widths.RemoveAt(middle);
        }

        return Math.Max(widths.Count - 1, 2);
    }

    /// <summary>A blank stands before each number, for a sign that none of them has.</summary>
    private static string[] Numbers(string name, long[] values) =>
        Column(" " + name, [.. values.Select(value => " " + PythonText.Repr(value))], isLeft: false);

    private static string[] Column(string heading, string[] cells, bool isLeft)
    {
        var width = cells.Append(heading).Max(text => text.Length);
        return [.. cells.Prepend(heading).Select(text => isLeft ? text.PadRight(width) : text.PadLeft(width))];
    }

    private static string Join(List<string[]> columns) =>
        string.Join('\n', Enumerable.Range(0, columns[0].Length).Select(line => string.Join(' ', columns.Select(column => column[line]))));
}
