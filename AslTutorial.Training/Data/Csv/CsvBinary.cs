namespace AslTutorial.Training.Data.Csv;

/// <summary>Recognises files that are not text, so that the message can say what they are.</summary>
internal static class CsvBinary
{
    private const int Probe = 512;

    /// <summary>What the bytes are, in words, or null when they may be text.</summary>
    public static string? Recognise(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || data.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
        {
            return "UTF-16 (save it as UTF-8)";
        }

        if (data.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]))
        {
            return "gzip data (rename it to .csv.gz)";
        }

        if (data.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
        {
            return "a PNG image";
        }

        if (data.StartsWith("PK\u0003\u0004"u8))
        {
            return "a ZIP archive (unpack it)";
        }

        return data[..Math.Min(data.Length, Probe)].IndexOfAny((byte)0, (byte)1, (byte)2) >= 0 ? "binary data" : null;
    }
}
