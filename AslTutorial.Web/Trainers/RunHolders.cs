using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>Whose trainer has a run: another's cannot report on it, whatever lease it names, as ids of runs are no secret and fences small numbers.</summary>
internal sealed class RunHolders
{
    /// <summary>Far more than there are trainers; a run that is older than this many others has ended.</summary>
    private const int Kept = 512;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, (long Fence, string KeyName)> _holders = [];
    private readonly Queue<Guid> _order = new();

    /// <summary>Notes who was given a run or has claimed it.</summary>
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

    /// <summary>Whether that trainer may speak for the run: it has it, or nobody is known to, as after a start of the site.</summary>
    public bool MaySpeak(RunLease lease, string keyName)
    {
        lock (_lock)
        {
            return !_holders.TryGetValue(lease.RunId, out var holder) || holder.Fence != lease.Fence || holder.KeyName == keyName;
        }
    }
}
