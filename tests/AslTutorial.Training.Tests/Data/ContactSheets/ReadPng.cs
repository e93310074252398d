using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace AslTutorial.Training.Tests.Data.ContactSheets;

/// <summary>A PNG read back by the specification: checks every chunk's CRC and undoes the filters.</summary>
internal sealed class ReadPng
{
    public ReadPng(ReadOnlySpan<byte> png)
    {
        Convert.ToHexString(png[..8]).ShouldBe("89504E470D0A1A0A");
        png = png[8..];
        using var data = new MemoryStream();
        while (!png.IsEmpty)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png);
            var type = Encoding.ASCII.GetString(png.Slice(4, 4));
            var body = png.Slice(8, length);
            BinaryPrimitives.ReadUInt32BigEndian(png[(8 + length)..]).ShouldBe(Crc(png.Slice(4, 4 + length)), type);
            Chunks.Add(type);
            if (type == "IHDR")
            {
                (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                Convert.ToHexString(body[8..]).ShouldBe("0804000000", "8 bits, gray with alpha, no interlace");
            }
            else if (type == "IDAT")
            {
                data.Write(body);
            }

            png = png[(12 + length)..];
        }

        data.Position = 0;
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        Pixels = new byte[Height, Width, 2];
        for (var y = 0; y < Height; y++)
        {
            var filter = zlib.ReadByte();
            filter.ShouldBeInRange(0, 2);
            for (var x = 0; x < Width; x++)
            {
                for (var c = 0; c < 2; c++)
                {
                    var left = filter == 1 && x > 0 ? Pixels[y, x - 1, c] : 0;
                    var above = filter == 2 && y > 0 ? Pixels[y - 1, x, c] : 0;
                    Pixels[y, x, c] = (byte)(zlib.ReadByte() + left + above);
                }
            }
        }

        zlib.ReadByte().ShouldBe(-1);
    }

    public List<string> Chunks { get; } = [];

    public int Width { get; }

    public int Height { get; }

    /// <summary>Row, column; gray and alpha.</summary>
    public byte[,,] Pixels { get; }

    // Bit by bit, as the specification defines it, and unlike the encoder's table.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var low = (crc ^ (uint)(b >> bit)) & 1;
                crc = (crc >> 1) ^ (low * 0xedb88320);
            }
        }

        return ~crc;
    }
}
