using System.Collections.Concurrent;

namespace AslTutorial.Web.Admission;

/// <summary>Addresses that the operator blocks for a time.</summary>
internal sealed class AddressBlocks(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    /// <summary>Raised with each address that is blocked.</summary>
    public event Action<string>? Blocked;

    /// <summary>All current blocks, ordered by their end.</summary>
    public IReadOnlyList<(string Address, DateTimeOffset Until)> All =>
        [.. _until.Where(one => one.Value > time.GetUtcNow()).OrderBy(one => one.Value).Select(one => (one.Key, one.Value))];

    /// <param name="address">In the form of <see cref="CallerAddress"/>.</param>
    public void Block(string address, TimeSpan duration)
    {
        foreach (var (over, _) in _until.Where(one => one.Value <= time.GetUtcNow()))
        {
            _until.TryRemove(over, out _);
        }

        _until[address] = time.GetUtcNow() + duration;
        Blocked?.Invoke(address);
    }

    public bool Unblock(string address) => _until.TryRemove(address, out _);

    /// <summary>How much longer an address is blocked; null if it is not.</summary>
    public TimeSpan? Until(string address) =>
        _until.TryGetValue(address, out var until) && until - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : null;
}
