using System.IO.Compression;

namespace AslTutorial.Training.Data.Csv;

/// <summary>
/// Decompresses gzip and insists on its end. GZipStream takes a file that breaks off for one that ends, and half a
/// data set would pass for a whole one. So another gzip member follows the file, which says a word that no text holds:
/// it is only understood as such if everything before it, of one member or of several, was whole.
/// </summary>
internal sealed class WholeGzipStream : ReadOnlyStream
{
    private static readonly byte[] Word = "\0the end\0"u8.ToArray();
    private static readonly byte[] WordAsMember = Compress(Word);

    private readonly TailedStream _source;
    private readonly GZipStream _gzip;
    private bool _ended;

    /// <param name="file">The compressed bytes; disposed with this.</param>
    public WholeGzipStream(Stream file)
    {
        _source = new TailedStream(file, WordAsMember);
        _gzip = new GZipStream(_source, CompressionMode.Decompress);
    }

    /// <exception cref="InvalidDataException">The compressed data is damaged or breaks off.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_ended || count == 0)
        {
            return 0;
        }

        var read = _gzip.Read(buffer, offset, count);
        if (!_source.InTail && read > 0)
        {
            return read;
        }

        _ended = SaysTheWord(buffer.AsSpan(offset, read));
        return _ended ? 0 : throw new InvalidDataException("The compressed data ends too early.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool SaysTheWord(ReadOnlySpan<byte> start)
    {
        // One byte more than the word is enough to know that it is something else.
        var heard = new byte[Word.Length + 1];
        if (start.Length > heard.Length)
        {
            return false;
        }

        start.CopyTo(heard);
        var length = start.Length + _gzip.ReadAtLeast(heard.AsSpan(start.Length), heard.Length - start.Length, throwOnEndOfStream: false);
        return heard.AsSpan(0, length).SequenceEqual(Word);
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return member.ToArray();
    }
}
