using System.Security.Cryptography;
using System.Text;

namespace AslTutorial.Web.Admission;

/// <summary>Replaces addresses by a keyed hash, so that they can be told apart but not read. The key lives as long as the process.</summary>
internal static class CallerMask
{
    private const int Bytes = 6;
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    public static string? Of(string? address) => address is null ? null
        : Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(address)).AsSpan(0, Bytes));
}
