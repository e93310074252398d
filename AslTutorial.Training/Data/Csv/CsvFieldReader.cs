namespace AslTutorial.Training.Data.Csv;

/// <summary>Walks the fields of one line, whatever they hold.</summary>
internal ref struct CsvFieldReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private int _at;

    /// <summary>The last field was ended by a line end, or by the end of the window.</summary>
    public bool AtLineEnd { get; private set; }

    /// <summary>Nothing is left in the window.</summary>
    public readonly bool AtDataEnd => _at >= _data.Length;

    /// <summary>The next field, without its separator; a CR before the LF belongs to the line end.</summary>
    public ReadOnlySpan<byte> Next()
    {
        var rest = _data[Math.Min(_at, _data.Length)..];
        var length = rest.IndexOfAny((byte)',', (byte)'\n');
        if (length < 0)
        {
            AtLineEnd = true;
            _at = _data.Length;
            return rest;
        }

        AtLineEnd = rest[length] == (byte)'\n';
        _at += length + 1;
        var field = rest[..length];
        return AtLineEnd && field.EndsWith("\r"u8) ? field[..^1] : field;
    }
}
