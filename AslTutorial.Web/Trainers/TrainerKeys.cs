using System.Security.Cryptography;
using System.Text;
using AslTutorial.Web.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace AslTutorial.Web.Trainers;

/// <summary>
/// The keys of trainers. Local ones share a random key made at each start; trainers on other machines have keys in the settings,
/// which are read again when they change.
/// </summary>
internal sealed class TrainerKeys : IDisposable
{
    /// <summary>The name of the local trainers' key.</summary>
    public const string LocalName = "local";

    /// <summary>The name of AslTutorial:Trainer:Key.</summary>
    public const string SharedName = "shared";

    private const int Bytes = 32;

    private readonly IConfiguration _configuration;
    private readonly ILogger<TrainerKeys> _log;
    private readonly IDisposable _changes;
    private IReadOnlyDictionary<string, byte[]> _others;

    public TrainerKeys(IOptions<TrainerOptions> options, IConfiguration configuration, ILogger<TrainerKeys> log)
    {
        (_configuration, _log) = (configuration, log);
        _others = Hashed(options.Value);
        _changes = ChangeToken.OnChange(configuration.GetReloadToken, ReadAgain);
    }

    /// <summary>Names of keys that were removed or changed.</summary>
    public event Action<IReadOnlySet<string>>? Revoked;

    public string Local { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The name of a key, or null. Constant time, and hashed, so that timing reveals neither content nor length.</summary>
    public string? NameOf(string shown)
    {
        var hash = Hash(shown);
        string? name = null;
        foreach (var (owner, key) in _others.Append(new(LocalName, Hash(Local))))
        {
            name = CryptographicOperations.FixedTimeEquals(hash, key) ? owner : name;
        }

        return name;
    }

    public void Dispose() => _changes.Dispose();

    private void ReadAgain()
    {
        var options = new TrainerOptions();
        try
        {
            _configuration.GetSection($"{SettingsSection.Root}:Trainer").Bind(options);
        }
        catch (InvalidOperationException)
        {
            options = null;
        }

        if (options is null || TrainerOptionsValidator.KeyFaults(options).Any())
        {
            _log.LogWarning("The settings have changed and the trainers' keys in them cannot be read: those of before hold");
            return;
        }

        var before = _others;
        _others = Hashed(options);
        var revoked = before.Where(key => !_others.TryGetValue(key.Key, out var now) || !now.SequenceEqual(key.Value)).Select(key => key.Key).ToHashSet(StringComparer.Ordinal);
        if (revoked.Count > 0)
        {
            _log.LogInformation("Keys of trainers hold no longer: {Names}", string.Join(", ", revoked));
            Revoked?.Invoke(revoked);
        }
    }

    private static Dictionary<string, byte[]> Hashed(TrainerOptions options)
    {
        var keys = options.Keys.ToDictionary(key => key.Key, key => Hash(key.Value), StringComparer.Ordinal);
        if (!string.IsNullOrEmpty(options.Key))
        {
            keys[SharedName] = Hash(options.Key);
        }

        return keys;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
