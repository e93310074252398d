using System.Globalization;
using System.Text;

namespace AslTutorial.Training.Data.Csv;

/// <summary>Says what is wrong with a line that the fast path gave up on. Speed does not matter here, the sentence does.</summary>
internal static class CsvFaults
{
    private const int ShownCharacters = 24;
    private const string Advice = "correct the file or download it again";

    public static SignDataException NoRows(string file) =>
        At(file, 2, null, "expected a row of a label and 784 pixels after the header, found the end of the file");

    public static SignDataException TooManyRows(string file) =>
        At(file, CsvTable.LineOf(CsvFile.MaxRows), null, $"expected at most {CsvFile.MaxRows.ToString("N0", CultureInfo.InvariantCulture)} rows, found more");

    public static SignDataException OfStream(Exception fault, string file, long line, int? column)
    {
        var what = fault is InvalidDataException
            ? "the compressed data is damaged or ends too early"
            : $"reading failed ({fault.Message.TrimEnd('.')})";
        return At(file, line, column, $"expected more of the file, but {what}", fault);
    }

    /// <summary>Why the start of the file is not the header.</summary>
    public static SignDataException OfHeader(CsvBuffer buffer, string file)
    {
        var data = buffer.Data;
        if (buffer.Ended && data.Length == (buffer.LineEndAdded ? 1 : 0))
        {
            return buffer.Fault is not null
                ? OfStream(buffer.Fault, file, 1, 1)
                : At(file, 1, null, "expected the header label,pixel1,...,pixel784, found an empty file");
        }

        if (CsvBinary.Recognise(data) is { } binary)
        {
            return At(file, 1, 1, $"expected text that starts with label,pixel1, found {binary}");
        }

        var reader = new CsvFieldReader(data);
        for (var column = 1; column <= CsvRow.Columns; column++)
        {
            var field = reader.Next();
            var name = CsvHeader.ColumnName(column);
            var text = Encoding.Latin1.GetString(field);
            if (IsCut(buffer, reader) && name.StartsWith(text, StringComparison.Ordinal))
            {
                return Cut(buffer, file, 1, column);
            }

            if (!text.Equals(name, StringComparison.Ordinal))
            {
                return At(file, 1, column, $"expected the header {name}, found {Show(field)}");
            }

            if (reader.AtLineEnd && column < CsvRow.Columns)
            {
                return At(file, 1, column + 1, $"expected the header {CsvHeader.ColumnName(column + 1)} (785 columns in all), found the end of the line after {column} columns");
            }
        }

        return At(file, 1, CsvRow.Columns + 1, $"expected the end of the line after 785 columns, found another column, {Show(reader.Next())}");
    }

    /// <summary>Why the line at the start of the window is not a row.</summary>
    public static SignDataException OfRow(CsvBuffer buffer, string file, long line)
    {
        var reader = new CsvFieldReader(buffer.Data);
        for (var column = 1; column <= CsvRow.Columns; column++)
        {
            var field = reader.Next();
            if (IsCut(buffer, reader) && (column < CsvRow.Columns || buffer.Fault is not null))
            {
                return Cut(buffer, file, line, column);
            }

            if (column == 1 && field.IsEmpty && reader.AtLineEnd)
            {
                return At(file, line, null, "expected a row of 785 columns, found an empty line");
            }

            var max = column == 1 ? CsvFile.MaxCode : byte.MaxValue;
            if (!IsWhole(field, max))
            {
                var kind = column == 1 ? "a label, a whole number from 0 to 24" : "a pixel, a whole number from 0 to 255";
                return At(file, line, column, $"expected {kind}, found {Show(field)}");
            }

            if (reader.AtLineEnd && column < CsvRow.Columns)
            {
                return At(file, line, column + 1, $"expected 785 columns, found the end of the line after {column}");
            }
        }

        return At(file, line, CsvRow.Columns + 1, $"expected the end of the line after 785 columns, found another column, {Show(reader.Next())}");
    }

    public static SignDataException At(string file, long line, int? column, string what, Exception? inner = null)
    {
        var name = column is { } c && c <= CsvRow.Columns ? $" ({CsvHeader.ColumnName(c)})" : "";
        var where = column is null ? "" : string.Create(CultureInfo.InvariantCulture, $", column {column}{name}");
        var text = string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}{where}: {what}; {Advice}.");
        return new SignDataException(text, inner) { File = file, Line = line, Column = column };
    }

    private static bool IsCut(CsvBuffer buffer, CsvFieldReader reader) =>
        buffer.Ended && buffer.LineEndAdded && reader.AtDataEnd;

    private static SignDataException Cut(CsvBuffer buffer, string file, long line, int column) =>
        buffer.Fault is not null
            ? OfStream(buffer.Fault, file, line, column)
            : At(file, line, column, $"expected 785 columns, found the end of the file in column {column}");

    private static bool IsWhole(ReadOnlySpan<byte> field, int max) =>
        field.Length is > 0 and < 4
        && field.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
        && int.Parse(field, NumberStyles.None, CultureInfo.InvariantCulture) <= max;

    private static string Show(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty)
        {
            return "an empty field";
        }

        var text = new StringBuilder("\"");
        foreach (var b in field[..Math.Min(field.Length, ShownCharacters)])
        {
            text.Append(b is >= 0x20 and < 0x7f ? (char)b : b == '\r' ? "\\r" : string.Create(CultureInfo.InvariantCulture, $"\\x{b:x2}"));
        }

        return text.Append(field.Length > ShownCharacters ? "...\"" : "\"").ToString();
    }
}
