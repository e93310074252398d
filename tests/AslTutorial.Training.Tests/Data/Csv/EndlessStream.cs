using AslTutorial.Training.Data.Csv;

namespace AslTutorial.Training.Tests.Data.Csv;

/// <summary>A start, and then the same byte for ever.</summary>
internal sealed class EndlessStream(byte[] start, byte then) : ReadOnlyStream
{
    public long BytesRead { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        for (var i = 0; i < count; i++, BytesRead++)
        {
            buffer[offset + i] = BytesRead < start.Length ? start[BytesRead] : then;
        }

        return count;
    }
}
