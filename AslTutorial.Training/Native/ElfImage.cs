using System.Buffers.Binary;
using System.Text;

namespace AslTutorial.Training.Native;

/// <summary>
/// The dynamic section of a 64-bit little-endian ELF file, as the System V ABI and its GNU extensions describe it:
/// just what is needed to find symbols and the versions they ask for.
/// </summary>
internal sealed class ElfImage
{
    private const int DynamicSegment = 2;
    private const int LoadSegment = 1;
    private const int SymbolSize = 24;

    private readonly byte[] _file;
    private readonly Dictionary<ulong, ulong> _dynamic = [];

    /// <param name="file">The whole file; changes are made in place.</param>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public ElfImage(byte[] file)
    {
        _file = file;
        if (file.Length < 64 || !file.AsSpan(0, 6).SequenceEqual("\u007fELF\u0002\u0001"u8))
        {
            throw new InvalidDataException("not a 64-bit little-endian ELF file");
        }

        var dynamic = Segments().FirstOrDefault(segment => segment.Type == DynamicSegment)
            ?? throw new InvalidDataException("no dynamic section");
        for (var at = dynamic.Offset; at + 16 <= dynamic.Offset + dynamic.Size && ReadWord(at) != 0; at += 16)
        {
            _dynamic[ReadWord(at)] = ReadWord(at + 8);
        }
    }

    public ulong Entry(DynamicTag tag) => _dynamic.TryGetValue((ulong)tag, out var value)
        ? value
        : throw new InvalidDataException($"no dynamic entry {tag}");

    /// <summary>Where in the file a dynamic entry points to.</summary>
    public int Position(DynamicTag tag)
    {
        var address = Entry(tag);
        var segment = Segments().FirstOrDefault(s =>
            s.Type == LoadSegment && address >= s.Address && address < s.Address + (ulong)s.Size)
            ?? throw new InvalidDataException($"{tag} points outside the file");
        return checked(segment.Offset + (int)(address - segment.Address));
    }

    public int SymbolPosition(int index) => checked(Position(DynamicTag.Symbols) + (index * SymbolSize));

    /// <summary>Symbols in the table, counted by way of the GNU hash table as nothing else says it.</summary>
    public int SymbolCount()
    {
        var table = Position(DynamicTag.GnuHash);
        var buckets = ReadInt(table);
        var first = ReadInt(table + 4);
        var chains = checked(table + 16 + (ReadInt(table + 8) * 8) + (buckets * 4));
        var last = 0;
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            last = Math.Max(last, ReadInt(chains - ((buckets - bucket) * 4)));
        }

        if (last < first)
        {
            return first;
        }

        // The last entry of a chain has its lowest bit set.
        while ((ReadInt(chains + ((last - first) * 4)) & 1) == 0)
        {
            last++;
        }

        return last + 1;
    }

    public string Text(int offset)
    {
        var start = Position(DynamicTag.Strings) + offset;
        var rest = Slice(start, _file.Length - start);
        return Encoding.ASCII.GetString(rest[..Math.Max(0, rest.IndexOf((byte)0))]);
    }

    public ushort ReadShort(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(at, 2));

    public int ReadInt(int at) => BinaryPrimitives.ReadInt32LittleEndian(Slice(at, 4));

    public ulong ReadWord(int at) => BinaryPrimitives.ReadUInt64LittleEndian(Slice(at, 8));

    public void Write(int at, ReadOnlySpan<byte> bytes) => bytes.CopyTo(Slice(at, bytes.Length));

    public void WriteShort(int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Slice(at, 2), value);

    private IEnumerable<Segment> Segments()
    {
        var table = checked((int)ReadWord(32));
        int size = ReadShort(54), count = ReadShort(56);
        for (var index = 0; index < count; index++)
        {
            var at = table + (index * size);
            yield return new(ReadInt(at), checked((int)ReadWord(at + 8)), ReadWord(at + 16), checked((int)ReadWord(at + 32)));
        }
    }

    private Span<byte> Slice(int at, int length) => at >= 0 && length >= 0 && at <= _file.Length - length
        ? _file.AsSpan(at, length)
        : throw new InvalidDataException($"the file ends before byte {at + (long)length}");

    private sealed record Segment(int Type, int Offset, ulong Address, int Size);
}
