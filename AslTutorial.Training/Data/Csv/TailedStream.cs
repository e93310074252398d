namespace AslTutorial.Training.Data.Csv;

/// <summary>A stream, and then some bytes more, in a read of their own.</summary>
internal sealed class TailedStream(Stream stream, byte[] tail) : ReadOnlyStream
{
    private int _served;

    /// <summary>The stream has ended, and reading goes on into the tail.</summary>
    public bool InTail { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (!InTail)
        {
            var read = stream.Read(buffer, offset, count);
            if (read > 0 || count == 0)
            {
                return read;
            }

            InTail = true;
        }

        var served = Math.Min(count, tail.Length - _served);
        tail.AsSpan(_served, served).CopyTo(buffer.AsSpan(offset));
        _served += served;
        return served;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
