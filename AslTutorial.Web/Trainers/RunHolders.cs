using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>Which trainer holds a run. Prevents reports by others: ids of runs are public and fences easy to guess.</summary>
internal sealed class RunHolders
{
    /// <summary>More than enough: trainers are far fewer, and runs older than this have ended.</summary>
    private const int Kept = 512;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, (long Fence, string KeyName)> _holders = [];
    private readonly Queue<Guid> _order = new();

    /// <summary>Remembers the trainer that was given a run or has claimed it.</summary>
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

    /// <summary>Whether this trainer may report on the run: it holds it, or no holder is known, as after a start of the site.</summary>
    public bool MaySpeak(RunLease lease, string keyName)
    {
        lock (_lock)
        {
            return !_holders.TryGetValue(lease.RunId, out var holder) || holder.Fence != lease.Fence || holder.KeyName == keyName;
        }
    }
}
