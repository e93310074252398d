using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AslTutorial.Training.Data.Cache;

/// <summary>
/// The first 92 bytes of a cache file: "ASLDATA" and a zero, format (int32), identity of the source (32 bytes), images
/// to train and to validate (int32 each), digest of what follows (32 bytes), and eight bytes of the SHA-256 of all this.
/// Numbers are little-endian. Then come, for train and for valid, the labels and the pixels.
/// </summary>
/// <param name="Identity">As in <see cref="CacheKey"/>.</param>
/// <param name="TrainCount">Images in the training set.</param>
/// <param name="ValidCount">Images in the validation set.</param>
/// <param name="Digest">32 bytes, as <see cref="SignDataDigest"/> makes them: at once the checksum and the set's name.</param>
internal sealed record CacheHeader(byte[] Identity, int TrainCount, int ValidCount, byte[] Digest)
{
    /// <summary>Grows whenever the layout changes; files of other formats are deleted.</summary>
    public const int Format = 1;

    public const int Size = ChecksumAt + ChecksumBytes;

    private const int FormatAt = 8;
    private const int IdentityAt = FormatAt + sizeof(int);
    private const int TrainAt = IdentityAt + SHA256.HashSizeInBytes;
    private const int ValidAt = TrainAt + sizeof(int);
    private const int DigestAt = ValidAt + sizeof(int);
    private const int ChecksumAt = DigestAt + SHA256.HashSizeInBytes;
    private const int ChecksumBytes = 8;

    private static ReadOnlySpan<byte> Magic => "ASLDATA\0"u8;

    /// <summary>The length of the whole file.</summary>
    public long FileLength => Size + (((long)TrainCount + ValidCount) * (1 + ImageSet.PixelsPerImage));

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(FormatAt), Format);
        Identity.CopyTo(bytes, IdentityAt);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(TrainAt), TrainCount);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(ValidAt), ValidCount);
        Digest.CopyTo(bytes, DigestAt);
        Checksum(bytes).CopyTo(bytes.AsSpan(ChecksumAt));
        return bytes;
    }

    /// <summary>Reads a header, or gives null when it is of another format or damaged.</summary>
    /// <param name="bytes">Exactly <see cref="Size"/> bytes.</param>
    public static CacheHeader? FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size
            || !bytes.StartsWith(Magic)
            || BinaryPrimitives.ReadInt32LittleEndian(bytes[FormatAt..]) != Format
            || !bytes[ChecksumAt..].SequenceEqual(Checksum(bytes)))
        {
            return null;
        }

        return new CacheHeader(
            bytes.Slice(IdentityAt, SHA256.HashSizeInBytes).ToArray(),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[TrainAt..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[ValidAt..]),
            bytes.Slice(DigestAt, SHA256.HashSizeInBytes).ToArray());
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes[..ChecksumAt]).AsSpan(0, ChecksumBytes);
}
