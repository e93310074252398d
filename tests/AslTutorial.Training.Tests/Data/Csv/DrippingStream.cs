using AslTutorial.Training.Data.Csv;

namespace AslTutorial.Training.Tests.Data.Csv;

/// <summary>Gives a few bytes at a time, as a pipe or a decompressor may.</summary>
internal sealed class DrippingStream(MemoryStream inner, int bytesAtOnce) : ReadOnlyStream
{
    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, Math.Min(count, bytesAtOnce));
}
