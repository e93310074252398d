namespace AslTutorial.Training.Data.Csv;

/// <summary>Reads one file, row by row.</summary>
internal static class CsvFile
{
    /// <summary>The largest label of either coding.</summary>
    public const int MaxCode = 24;

    /// <summary>What one array of pixels can hold; more than a hundred times the largest file there is.</summary>
    public const int MaxRows = 2_700_000;

    public static CsvTable Read(SignFile file, CancellationToken cancel)
    {
        using var stream = file.Open();
        return Read(stream, file.Path, cancel);
    }

    /// <summary>Reads the decompressed bytes of a file.</summary>
    /// <param name="stream">Read once, from here to its end.</param>
    /// <param name="file">Its name in messages.</param>
    /// <exception cref="SignDataException">The first fault in the file.</exception>
    public static CsvTable Read(Stream stream, string file, CancellationToken cancel)
    {
        using var buffer = new CsvBuffer(stream);
        buffer.Fill();
        SkipByteOrderMark(buffer);
        var header = CsvHeader.Read(buffer.Data);
        if (header == 0)
        {
            throw CsvFaults.OfHeader(buffer, file);
        }

        buffer.Skip(header);
        var rows = new CsvRows();
        while (buffer.Fill())
        {
            cancel.ThrowIfCancellationRequested();
            if (!ReadWindow(buffer, rows, file))
            {
                break;
            }
        }

        if (buffer.Fault is not null)
        {
            // A row that is cut off inside its last number still parses, so the missing line end is the fault.
            var line = CsvTable.LineOf(rows.Count) - (buffer.LineEndAdded ? 1 : 0);
            throw CsvFaults.OfStream(buffer.Fault, file, line, buffer.LineEndAdded ? CsvRow.Columns : 1);
        }

        return rows.Count > 0 ? rows.ToTable(file) : throw CsvFaults.NoRows(file);
    }

    /// <summary>Reads the rows that the window holds whole.</summary>
    /// <returns>False once only empty lines are left.</returns>
    private static bool ReadWindow(CsvBuffer buffer, CsvRows rows, string file)
    {
        while (buffer.Data.Length >= CsvRow.MaxBytes || (buffer.Ended && buffer.Data.Length > 0))
        {
            if (rows.Count == MaxRows)
            {
                throw CsvFaults.TooManyRows(file);
            }

            var length = CsvRow.Read(buffer.Padded, rows.Next(), out var code);
            if (length == 0)
            {
                return EndsInEmptyLines(buffer) ? false : throw CsvFaults.OfRow(buffer, file, CsvTable.LineOf(rows.Count));
            }

            if (code > MaxCode)
            {
                throw CsvFaults.OfRow(buffer, file, CsvTable.LineOf(rows.Count));
            }

            rows.Add(code);
            buffer.Skip(length);
        }

        return true;
    }

    private static bool EndsInEmptyLines(CsvBuffer buffer) =>
        buffer.Ended && buffer.Data.IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0;

    private static void SkipByteOrderMark(CsvBuffer buffer)
    {
        if (buffer.Data.StartsWith("\uFEFF"u8))
        {
            buffer.Skip(3);
        }
    }
}
