using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>The keys of the trainers that were given a run or have claimed one at this node, so that not every report asks the database.</summary>
internal sealed class RunHolders
{
    /// <summary>More than enough: trainers are far fewer, and runs older than this have ended.</summary>
    private const int Kept = 512;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, (long Fence, string KeyName)> _holders = [];
    private readonly Queue<Guid> _order = new();

    public void Note(RunLease lease, string keyName)
    {
        lock (_lock)
        {
            if (!_holders.ContainsKey(lease.RunId))
            {
                _order.Enqueue(lease.RunId);
                if (_order.Count > Kept)
                {
                    _holders.Remove(_order.Dequeue());
                }
            }

            _holders[lease.RunId] = (lease.Fence, keyName);
        }
    }

    /// <summary>The name of the key that holds the lease; null if it is not known here.</summary>
    public string? KeyOf(RunLease lease)
    {
        lock (_lock)
        {
            return _holders.TryGetValue(lease.RunId, out var holder) && holder.Fence == lease.Fence ? holder.KeyName : null;
        }
    }
}
