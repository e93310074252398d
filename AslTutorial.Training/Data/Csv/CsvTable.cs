namespace AslTutorial.Training.Data.Csv;

/// <summary>A file's rows, with the labels as they are written.</summary>
/// <param name="File">Where they come from.</param>
/// <param name="Pixels">Rows x 784 bytes.</param>
/// <param name="Codes">Rows labels, 0-24.</param>
internal sealed record CsvTable(string File, byte[] Pixels, byte[] Codes)
{
    /// <summary>The line of a row, counted from 1: the header is line 1, and no line between rows is empty.</summary>
    public static long LineOf(int row) => row + 2;
}
