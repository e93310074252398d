using System.Security.Cryptography;
using System.Text;

namespace AslTutorial.Training.Contracts.Tensors;

/// <summary>
/// A SHA-256 inside the file that it is about: it stands in the header as hex digits, and is computed over the whole
/// file with zeros in their place.
/// </summary>
public static class FileChecksum
{
    public const string Placeholder = "0000000000000000000000000000000000000000000000000000000000000000";

    private static readonly byte[] Zeros = Encoding.ASCII.GetBytes(Placeholder);

    /// <summary>Replaces the placeholder, which must be the first one in the header.</summary>
    public static void Insert(Span<byte> file, int headerLength)
    {
        var place = file.Slice(8, headerLength).IndexOf(Zeros);
        var sum = SHA256.HashData(file);
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(sum), file.Slice(8 + place, Zeros.Length));
    }

    /// <summary>Whether the file is the one that <paramref name="sum"/>, found in its header, was computed over.</summary>
    public static bool Matches(ReadOnlySpan<byte> file, int headerLength, string sum)
    {
        var digits = Encoding.ASCII.GetBytes(sum);
        var place = digits.Length == Zeros.Length ? file.Slice(8, headerLength).IndexOf(digits) : -1;
        if (place < 0)
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file[..(8 + place)]);
        hash.AppendData(Zeros);
        hash.AppendData(file[(8 + place + Zeros.Length)..]);
        return string.Equals(Convert.ToHexStringLower(hash.GetHashAndReset()), sum, StringComparison.Ordinal);
    }
}
