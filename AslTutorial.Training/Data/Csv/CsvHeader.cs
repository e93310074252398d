using System.Globalization;
using System.Text;

namespace AslTutorial.Training.Data.Csv;

/// <summary>The first line: label,pixel1,...,pixel784.</summary>
internal static class CsvHeader
{
    private static readonly byte[] Line = Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(1, CsvRow.Columns).Select(ColumnName)));

    /// <summary>The name of a column, counted from 1.</summary>
    public static string ColumnName(int column) =>
        column == 1 ? "label" : "pixel" + (column - 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The bytes of the header with its line end, or 0 when it is not the right one.</summary>
    public static int Read(ReadOnlySpan<byte> source)
    {
        if (!source.StartsWith(Line))
        {
            return 0;
        }

        var rest = source[Line.Length..];
        return rest.StartsWith("\n"u8) ? Line.Length + 1 : rest.StartsWith("\r\n"u8) ? Line.Length + 2 : 0;
    }
}
