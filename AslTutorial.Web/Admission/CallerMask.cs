using System.Security.Cryptography;
using System.Text;

namespace AslTutorial.Web.Admission;

/// <summary>Replaces addresses by a keyed hash, so that they can be told apart but not read. The key is in memory only.</summary>
internal sealed class CallerMask(TimeProvider time)
{
    private const int Bytes = 6;
    private const int KeyBytes = 32;

    private readonly Lock _lock = new();
    private volatile MaskKey _key = new(RandomNumberGenerator.GetBytes(KeyBytes), time.GetUtcNow());

    public MaskKey Key => _key;

    public string? Of(string? address) => address is null ? null
        : Convert.ToHexStringLower(HMACSHA256.HashData(_key.Secret, Encoding.UTF8.GetBytes(address)).AsSpan(0, Bytes));

    /// <summary>Of several nodes' keys all use the oldest.</summary>
    public void Hear(MaskKey other)
    {
        lock (_lock)
        {
            var own = _key;
            if (other.MadeAt < own.MadeAt || (other.MadeAt == own.MadeAt && other.Secret.AsSpan().SequenceCompareTo(own.Secret) < 0))
            {
                _key = other;
            }
        }
    }
}

/// <summary>The key of the masks.</summary>
internal sealed record MaskKey(byte[] Secret, DateTimeOffset MadeAt)
{
    /// <summary>It must not come into a log with the record that has it.</summary>
    public override string ToString() => nameof(MaskKey);
}
