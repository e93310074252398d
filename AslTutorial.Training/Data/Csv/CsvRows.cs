namespace AslTutorial.Training.Data.Csv;

/// <summary>Collects rows in blocks: memory grows with what was read, never with what a file claims.</summary>
internal sealed class CsvRows
{
    private const int BlockRows = 1024;

    private readonly List<byte[]> _pixels = [];
    private readonly List<byte[]> _codes = [];

    public int Count { get; private set; }

    /// <summary>The 784 bytes where the next row goes; it counts after <see cref="Add"/>.</summary>
    public Span<byte> Next()
    {
        var row = Count % BlockRows;
        if (row == 0 && Count / BlockRows == _pixels.Count)
        {
            _pixels.Add(GC.AllocateUninitializedArray<byte>(BlockRows * ImageSet.PixelsPerImage));
            _codes.Add(new byte[BlockRows]);
        }

        return _pixels[^1].AsSpan(row * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage);
    }

    public void Add(byte code)
    {
        _codes[^1][Count % BlockRows] = code;
        Count++;
    }

    public CsvTable ToTable(string file) =>
        new(file, Join(_pixels, ImageSet.PixelsPerImage), Join(_codes, 1));

    private byte[] Join(List<byte[]> blocks, int width)
    {
        var joined = GC.AllocateUninitializedArray<byte>(Count * width);
        for (var i = 0; i < blocks.Count; i++)
        {
            var at = i * BlockRows * width;
            blocks[i].AsSpan(0, Math.Min(BlockRows * width, joined.Length - at)).CopyTo(joined.AsSpan(at));
        }

        return joined;
    }
}
