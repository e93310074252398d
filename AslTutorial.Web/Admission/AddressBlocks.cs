using System.Collections.Concurrent;

namespace AslTutorial.Web.Admission;

/// <summary>Addresses that the operator blocks for a time.</summary>
internal sealed class AddressBlocks(TimeProvider time)
{
    /// <summary>How long a block that is over is remembered, so that no other node brings it back. Longer than any block.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<string, AddressBlock> _blocks = new(StringComparer.Ordinal);

    /// <summary>Raised with each address that is blocked, here or at another node.</summary>
    public event Action<string>? Blocked;

    /// <summary>All current blocks, ordered by their end.</summary>
    public IReadOnlyList<AddressBlock> All => [.. _blocks.Values.Where(IsOn).OrderBy(one => one.Until)];

    /// <summary>For other nodes: also those that are over, ordered by address.</summary>
    public List<AddressBlock> Words
    {
        get
        {
            var oldest = time.GetUtcNow() - Remembered;
            foreach (var (address, _) in _blocks.Where(one => one.Value.SaidAt < oldest))
            {
                _blocks.TryRemove(address, out _);
            }

            return [.. _blocks.Values.OrderBy(one => one.Address, StringComparer.Ordinal)];
        }
    }

    /// <param name="address">In the form of <see cref="CallerAddress"/>.</param>
    public void Block(string address, TimeSpan duration) => Say(address, time.GetUtcNow() + duration);

    public bool Unblock(string address)
    {
        if (Until(address) is null)
        {
            return false;
        }

        Say(address, until: time.GetUtcNow());
        return true;
    }

    /// <summary>How much longer an address is blocked; null if it is not.</summary>
    public TimeSpan? Until(string address) =>
        _blocks.TryGetValue(address, out var block) && IsOn(block) ? block.Until - time.GetUtcNow() : null;

    /// <summary>What was said at another node. Of two words on an address the later counts.</summary>
    public void Hear(IEnumerable<AddressBlock> words)
    {
        foreach (var word in words)
        {
            var kept = _blocks.AddOrUpdate(word.Address, word, (_, own) => word.SaidAt > own.SaidAt ? word : own);
            if (ReferenceEquals(kept, word) && IsOn(word))
            {
                Blocked?.Invoke(word.Address);
            }
        }
    }

    private void Say(string address, DateTimeOffset until)
    {
        // After what was said before, also by a node whose clock is ahead.
        var now = time.GetUtcNow();
        Hear([new(address, until, _blocks.TryGetValue(address, out var before) && before.SaidAt >= now ? before.SaidAt.AddTicks(1) : now)]);
    }

    private bool IsOn(AddressBlock block) => block.Until > time.GetUtcNow();
}

/// <summary>A block of an address.</summary>
/// <param name="Until">Not later than <paramref name="SaidAt"/> if the block was taken back.</param>
/// <param name="SaidAt">When the operator said so.</param>
internal sealed record AddressBlock(string Address, DateTimeOffset Until, DateTimeOffset SaidAt);
