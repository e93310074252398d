using System.Buffers;

namespace AslTutorial.Training.Data.Csv;

/// <summary>
/// A window over a stream that slides forward; its size never grows, however long a line is. A last line without
/// a line end gets one, so that the parser meets a single form of row.
/// </summary>
internal sealed class CsvBuffer : IDisposable
{
    /// <summary>The most a caller may ask for at once: far more than a header (6.9 KB) or a row (3.1 KB) can take.</summary>
    public const int Window = 32 * 1024;

    /// <summary>Bytes after the data that may be read, but mean nothing: the row parser loads four at a time.</summary>
    private const int Padding = 8;

    private const int Size = 256 * 1024;

    private readonly Stream _stream;
    private readonly byte[] _bytes;
    private int _start;
    private int _end;
    private bool _ended;
    private byte _last = (byte)'\n';

    public CsvBuffer(Stream stream)
    {
        _stream = stream;
        _bytes = ArrayPool<byte>.Shared.Rent(Size + Padding);
    }

    /// <summary>What is in the window, with the padding behind it.</summary>
    public ReadOnlySpan<byte> Padded => _bytes.AsSpan(_start, _end - _start + Padding);

    /// <summary>What is in the window.</summary>
    public ReadOnlySpan<byte> Data => _bytes.AsSpan(_start, _end - _start);

    /// <summary>The window reaches to the end of the stream.</summary>
    public bool Ended => _ended;

    /// <summary>The stream did not end in a line end: the last byte of the data is one this class added.</summary>
    public bool LineEndAdded { get; private set; }

    /// <summary>Why the stream could not be read to its end; what came before it is in the window all the same.</summary>
    public Exception? Fault { get; private set; }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    public void Skip(int count) => _start += count;

    /// <summary>Reads on until the window holds <see cref="Window"/> bytes or the stream ends.</summary>
    /// <returns>Whether the window holds anything.</returns>
    public bool Fill()
    {
        if (_end - _start < Window && !_ended)
        {
            _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
            (_start, _end) = (0, _end - _start);
            while (_end < Size && !_ended)
            {
                Read();
            }
        }

        return _end > _start;
    }

    private void Read()
    {
        var count = 0;
        try
        {
            count = _stream.Read(_bytes, _end, Size - _end);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Fault = e;
        }

        if (count > 0)
        {
            _end += count;
            _last = _bytes[_end - 1];
            return;
        }

        _ended = true;
        if (_last != (byte)'\n')
        {
            LineEndAdded = true;
            _bytes[_end++] = (byte)'\n';
        }

        _bytes.AsSpan(_end, Padding - 1).Clear();
    }
}
