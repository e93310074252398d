using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

/// <summary>What trainers show to be let in: the key of the settings, or one made for this start.</summary>
internal sealed class TrainerKey(IOptions<TrainerOptions> options)
{
    private const int Bytes = 32;

    public string Value { get; } = string.IsNullOrEmpty(options.Value.Key)
        ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes))
        : options.Value.Key;

    /// <summary>Takes the same time wherever the first difference is; hashed, so that lengths do not show either.</summary>
    public bool Matches(string shown) => CryptographicOperations.FixedTimeEquals(Hash(shown), Hash(Value));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
