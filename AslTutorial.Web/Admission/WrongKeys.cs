using System.Net;

namespace AslTutorial.Web.Admission;

/// <summary>
/// Delays callers with a wrong key and logs their address. Both are limited: only so many callers wait at once, the others lose their
/// connection; and each address is logged once a minute.
/// </summary>
internal sealed class WrongKeys(TimeProvider time, ILogger<WrongKeys> log)
{
    public const int WaitingPerAddress = 4;
    public const int Waiting = 64;
    public const int Addresses = 256;

    public static readonly TimeSpan Cost = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Guesser> _callers = new(StringComparer.Ordinal);
    private int _waiting;

    /// <summary>Waits without blocking a thread; false if the caller should get no answer at all.</summary>
    public async Task<bool> PayAsync(IPAddress? from, CancellationToken cancel)
    {
        var name = CallerAddress.Of(from);
        Guesser caller;
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

    private Guesser Find(string name)
    {
        if (_callers.TryGetValue(name, out var known))
        {
            return known;
        }

        // Fewer callers wait than are remembered, so there is always one to remove.
        if (_callers.Count >= Addresses)
        {
            _callers.Remove(_callers.Where(c => c.Value.Waiting == 0).MinBy(c => c.Value.ToldAt).Key);
        }

        return _callers[name] = new();
    }

    private void Tell(string name, Guesser caller)
    {
        var now = time.GetUtcNow();
        if (now - caller.ToldAt >= BetweenLines)
        {
            log.LogWarning("A wrong key came from {Address}, {Tries} in all", name, caller.Tries);
            caller.ToldAt = now;
        }
    }

    private sealed class Guesser
    {
        public int Waiting { get; set; }

        public long Tries { get; set; }

        public DateTimeOffset ToldAt { get; set; } = DateTimeOffset.MinValue;
    }
}
