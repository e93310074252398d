using System.Globalization;
using System.Text;

namespace AslTutorial.Training.Tests.Data;

/// <summary>Writes small files in the format of the two CSVs, so that a test shows only what is special about its own.</summary>
internal static class CsvText
{
    public const int PixelCount = 784;

    public static readonly string Header = "label," + string.Join(',', Enumerable.Range(1, PixelCount).Select(i => $"pixel{i}"));

    /// <summary>A pixel that differs from its neighbours and from other rows' and takes one, two or three digits.</summary>
    public static byte Pixel(int row, int index) => (byte)(((row * 31) + (index * 7) + (index / 28)) % 256);

    public static string Row(int label, int row = 0) => label.ToString(CultureInfo.InvariantCulture) + "," + string.Join(',', Enumerable.Range(0, PixelCount).Select(i => Pixel(row, i)));

    /// <summary>A row with one field replaced; column 1 is the label.</summary>
    public static string RowWith(int column, string field, int row = 0)
    {
        var fields = Row(3, row).Split(',');
        fields[column - 1] = field;
        return string.Join(',', fields);
    }

    public static string File(params IEnumerable<int> labels) => Lines([Header, .. labels.Select((label, row) => Row(label, row))]);

    public static string Lines(params IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    public static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
