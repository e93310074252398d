namespace AslTutorial.Training.Data.Csv;

/// <summary>One of the two CSV files on disk.</summary>
internal sealed record SignFile(string Path, bool IsGzip)
{
    private const int GzipMagic1 = 0x1f;
    private const int GzipMagic2 = 0x8b;

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Opens the file for one sequential read of its decompressed bytes.</summary>
    /// <exception cref="SignDataException">It cannot be opened, or is named .gz and is no gzip file.</exception>
    public Stream Open()
    {
        FileStream? file = null;
        try
        {
            // The readers bring their own large buffer; a second one in FileStream would only copy.
            file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            if (!IsGzip || file.Length == 0)
            {
                return file;
            }

            if (file.ReadByte() != GzipMagic1 || file.ReadByte() != GzipMagic2)
            {
                file.Dispose();
                throw new SignDataException($"{Path}: expected a gzip file, as its name says, and found something else; compress it with gzip or rename it to .csv.") { File = Path };
            }

            file.Position = 0;
            return new WholeGzipStream(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw Unreadable(Path, e);
        }
    }

    public static SignDataException Unreadable(string path, Exception reason) =>
        new($"{path}: cannot be read ({reason.Message.TrimEnd('.')}); check the file and its permissions.", reason) { File = path };
}
