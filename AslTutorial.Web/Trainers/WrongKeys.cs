using System.Net;

namespace AslTutorial.Web.Trainers;

/// <summary>
/// Makes a wrong key cost its caller time and leaves a line with the address. Both are bounded: so many callers wait at
/// once, the others lose their connection; and an address has one line a minute.
/// </summary>
internal sealed class WrongKeys(TimeProvider time, ILogger<WrongKeys> log)
{
    public const int WaitingPerAddress = 4;
    public const int Waiting = 64;
    public const int Addresses = 256;

    public static readonly TimeSpan Cost = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private const int PrefixBytes = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Caller> _callers = new(StringComparer.Ordinal);
    private int _waiting;

    /// <summary>Waits, holding no thread; false where the caller is not to be answered at all.</summary>
    public async Task<bool> PayAsync(IPAddress? from, CancellationToken cancel)
    {
        var name = Name(from);
        Caller caller;
        lock (_lock)
        {
            caller = Find(name);
            caller.Tries++;
            Tell(name, caller);
            if (caller.Waiting >= WaitingPerAddress || _waiting >= Waiting)
            {
                return false;
            }

            caller.Waiting++;
            _waiting++;
        }

        try
        {
            await Task.Delay(Cost, time, cancel);
            return true;
        }
        finally
        {
            lock (_lock)
            {
                caller.Waiting--;
                _waiting--;
            }
        }
    }

    /// <summary>IPv6 by its network: a caller has as many addresses in it as it likes.</summary>
    private static string Name(IPAddress? from)
    {
        if (from is null)
        {
            return "unknown";
        }

        var address = from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from;
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(address)
            ? $"{new IPAddress([.. address.GetAddressBytes()[..PrefixBytes], .. new byte[PrefixBytes]])}/64"
            : address.ToString();
    }

    private Caller Find(string name)
    {
        if (_callers.TryGetValue(name, out var known))
        {
            return known;
        }

        // Those that wait are at most as many as may, so one is always free to go.
        if (_callers.Count >= Addresses)
        {
            _callers.Remove(_callers.Where(c => c.Value.Waiting == 0).MinBy(c => c.Value.ToldAt).Key);
        }

        return _callers[name] = new();
    }

    private void Tell(string name, Caller caller)
    {
        var now = time.GetUtcNow();
        if (now - caller.ToldAt >= BetweenLines)
        {
            log.LogWarning("A wrong trainer's key came from {Address}, {Tries} in all", name, caller.Tries);
            caller.ToldAt = now;
        }
    }

    private sealed class Caller
    {
        public int Waiting { get; set; }

        public long Tries { get; set; }

        public DateTimeOffset ToldAt { get; set; } = DateTimeOffset.MinValue;
    }
}
