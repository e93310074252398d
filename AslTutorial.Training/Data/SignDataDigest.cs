using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AslTutorial.Training.Data;

/// <summary>The identity of a data set: SHA-256 over what it decodes to, so that neither file form nor label coding changes it.</summary>
internal static class SignDataDigest
{
    /// <summary>64 hex digits over, for train and then valid: the count (int32, little-endian), the labels, the pixels.</summary>
    public static string Of(ImageSet train, ImageSet valid)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, train);
        Append(hash, valid);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ImageSet set)
    {
        Span<byte> count = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(count, set.Count);
        hash.AppendData(count);
        hash.AppendData(set.Labels);
        hash.AppendData(set.Pixels);
    }
}
