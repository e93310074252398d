using System.Globalization;

namespace AslTutorial.Training.Cells.Printing.Pandas;

/// <summary>pandas' repr(Series) of whole numbers: all of it up to 60 rows, else the first and the last five.</summary>
internal static class SeriesPrinter
{
    private const int MaxRows = 60;
    private const int Edge = 5;

    public static string Repr(string name, int count, Func<int, long> value)
    {
        var isShortened = count > MaxRows;
        int[] rows = isShortened ? [.. Enumerable.Range(0, Edge), .. Enumerable.Range(count - Edge, Edge)] : [.. Enumerable.Range(0, count)];
        if (rows.Length == 0)
        {
            return $"Series([], Name: {name}, dtype: int64)";
        }

        var indices = rows.Select(row => row.ToString(CultureInfo.InvariantCulture)).ToList();
        var values = rows.Select(row => " " + PythonText.Repr(value(row))).ToList();
        var (left, right) = (indices.Max(text => text.Length), values.Max(text => text.Length));
        var lines = indices.Zip(values, (index, number) => $"{index.PadRight(left)}   {number.PadLeft(right)}").ToList();
        if (isShortened)
        {
            lines.Insert(Edge, $"{new string(' ', left)}   {Center(right > 3 ? "..." : "..", right)}");
        }

        lines.Add($"Name: {name}, {(isShortened ? $"Length: {count}, " : "")}dtype: int64");
        return string.Join('\n', lines);
    }

    /// <summary>As Python's str.center: of an odd rest the larger half is on the left where the width is odd.</summary>
    private static string Center(string text, int width)
    {
        var rest = Math.Max(0, width - text.Length);
        return text.PadLeft(text.Length + (rest / 2) + (rest & width & 1)).PadRight(width);
    }
}
