using System.Collections.Concurrent;

namespace AslTutorial.Web.Admission;

/// <summary>The requests from one address in the last hour.</summary>
/// <param name="Learners">Learners with a cookie, counted up to <see cref="Visitors.MaxLearners"/>.</param>
internal sealed record Visitor(string Address, int Learners, long Requests, long Refused, DateTimeOffset LastSeen);

/// <summary>Requests of the last hour by address, in memory only. Logs once a minute how many were refused.</summary>
internal sealed class Visitors(TimeProvider time, ILogger<Visitors> log)
{
    public const int MaxLearners = 1_000;

    private const int MaxAddresses = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Seen> _seen = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly Dictionary<Cost, long> _refused = [];
    private DateTimeOffset _nextLine = DateTimeOffset.MinValue;

    /// <summary>Those with the most requests first.</summary>
    public IReadOnlyList<Visitor> LastHour
    {
        get
        {
            var since = time.GetUtcNow() - Kept;
            return [.. _seen.Where(one => one.Value.Last >= since)
                .Select(one => new Visitor(one.Key, one.Value.Learners.Count, one.Value.Requests, one.Value.Refused, one.Value.Last))
                .OrderByDescending(one => one.Requests)];
        }
    }

    public void Came(Caller caller)
    {
        if (Of(caller) is { } seen)
        {
            Interlocked.Increment(ref seen.Requests);
            if (caller.Learner is { } learner && seen.Learners.Count < MaxLearners)
            {
                seen.Learners.TryAdd(learner, 0);
            }
        }
    }

    public void Refused(Caller caller, Cost cost)
    {
        if (Of(caller) is { } seen)
        {
            Interlocked.Increment(ref seen.Refused);
        }

        lock (_lock)
        {
            _refused[cost] = _refused.GetValueOrDefault(cost) + 1;
            if (time.GetUtcNow() < _nextLine)
            {
                return;
            }

            // Not a line for each refusal: a flood would fill the log.
            _nextLine = time.GetUtcNow() + Pace;
            log.LogWarning("Refused since the last such line: {Refused}", string.Join(", ", _refused.Select(one => $"{one.Value} of {one.Key}")));
            _refused.Clear();
        }
    }

    private Seen? Of(Caller caller)
    {
        if (caller.Address is not { } address)
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (!_seen.TryGetValue(address, out var seen))
        {
            if (_seen.Count >= MaxAddresses)
            {
                Forget();
            }

            seen = _seen.GetOrAdd(address, _ => new());
        }
        else if (seen.Last < now - Kept)
        {
            seen = _seen[address] = new();
        }

        seen.Last = now;
        return seen;
    }

    /// <summary>Removes the half not seen for the longest time.</summary>
    private void Forget()
    {
        foreach (var (address, _) in _seen.OrderBy(one => one.Value.Last).Take(MaxAddresses / 2).ToList())
        {
            _seen.TryRemove(address, out _);
        }
    }

    private sealed class Seen
    {
        public long Requests;
        public long Refused;

        public DateTimeOffset Last { get; set; }

        public ConcurrentDictionary<string, byte> Learners { get; } = new(StringComparer.Ordinal);
    }
}
