using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>The trainers connected to this node: who is idle, who holds which run.</summary>
internal sealed partial class TrainerRegistry(TimeProvider time)
{
    /// <summary>Far more than the runs that are handed out at one time.</summary>
    private const int EarlyKept = 64;

    private readonly Lock _lock = new();
    private readonly List<TrainerLink> _links = [];
    private readonly SortedDictionary<int, LocalTrainer> _locals = [];
    private readonly List<(RunLease Lease, Func<ITrainerClient, Task> Order)> _early = [];

    private int _replacing;

    public event Action? Changed;

    public RunHolders Holders { get; } = new();

    /// <summary>A process is being replaced by a new one: wait for it.</summary>
    public bool IsReplacing => Volatile.Read(ref _replacing) > 0;

    public IReadOnlyList<TrainerStatus> All
    {
        get
        {
            lock (_lock)
            {
                var others = _links.Where(l => !IsLocal(l)).Select(l => new TrainerStatus(
                    l.Id, true, l.Description, 0, l.IsSilent ? TrainerFault.Of(TrainerFaultCodes.Hung) : l.Description?.FindFault()));
                return [.. _locals.Values.Select(local => StatusOf(local, _links.Find(local.Is))), .. others];
            }
        }
    }

    /// <summary>The data set for cells and runs.</summary>
    public DataSetInfo? DataSet => ForCells?.DataSet;

    public string? Program => ForCells?.Program;

    public void Add(TrainerLink link)
    {
        lock (_lock)
        {
            _links.Add(link);
        }

        Changed?.Invoke();
    }

    public TrainerLink? Find(string id)
    {
        lock (_lock)
        {
            return _links.Find(l => l.Id == id);
        }
    }

    /// <summary>Whether a trainer with that key has described this data set.</summary>
    public bool HasDescribed(string keyName, string digest)
    {
        lock (_lock)
        {
            return _links.Exists(l => l.KeyName == keyName && l.Description?.DataSet?.Digest == digest);
        }
    }

    /// <summary>Ends the connections of trainers whose keys were revoked.</summary>
    public void Revoke(IReadOnlySet<string> keyNames)
    {
        List<TrainerLink> revoked;
        lock (_lock)
        {
            revoked = _links.FindAll(l => keyNames.Contains(l.KeyName));
        }

        revoked.ForEach(link => link.Abort());
    }

    /// <summary>Removes a link and returns the run that it held.</summary>
    public RunLease? Remove(TrainerLink link)
    {
        RunLease? lease;
        lock (_lock)
        {
            _links.Remove(link);
            lease = link.Lease;
            link.Lease = null;
        }

        link.Close();
        Changed?.Invoke();
        return lease;
    }

    /// <summary>Stores a trainer's description; returns an older link of the same process, which is dead.</summary>
    public TrainerLink? Describe(TrainerLink link, TrainerDescription description)
    {
        TrainerLink? older;
        lock (_lock)
        {
            link.Description = description;
            if (description.Phase != TrainerPhase.Starting && _locals.Values.FirstOrDefault(l => l.Is(link)) is { } local)
            {
                _locals[local.Plan.Number] = local with { Fault = description.FindFault() };
            }

            older = _links.Find(l => l != link && l.KeyName == link.KeyName && l.IsSameProcess(description));
        }

        Changed?.Invoke();
        return older;
    }

    /// <summary>An idle trainer for the next run; prefers one with a GPU.</summary>
    public TrainerLink? FirstIdle()
    {
        lock (_lock)
        {
            return _links.Where(l => l.IsIdle).MinBy(l => l.Description?.Device?.Kind != "cuda");
        }
    }

    /// <summary>Takes a trainer out of service if it has nothing to do.</summary>
    public bool TryRetire(TrainerLink link)
    {
        lock (_lock)
        {
            if (link.Lease is null && link.Cells == 0 && link.Looks == 0 && _links.Contains(link))
            {
                link.IsLeaving = true;
            }

            return link.IsLeaving;
        }
    }

    /// <summary>Undoes <see cref="TryRetire"/>.</summary>
    public void KeepOn(TrainerLink link)
    {
        lock (_lock)
        {
            link.IsLeaving = false;
        }
    }

    /// <summary>Assigns a run to a link and sends its first order; false if the link is gone meanwhile.</summary>
    /// <param name="first">The order to send before any other for this run.</param>
    public bool Bind(TrainerLink link, RunLease lease, Func<ITrainerClient, Task> first)
    {
        lock (_lock)
        {
            foreach (var other in _links.Where(l => l != link && l.Lease == lease))
            {
                other.Lease = null;
            }

            Holders.Note(lease, link.KeyName);
            link.Lease = lease;
            link.HearOfStep();
            link.LeaseSince = time.GetUtcNow();
            link.Post(first);
            foreach (var order in _early.Where(early => early.Lease == lease))
            {
                link.Post(order.Order);
            }

            _early.RemoveAll(early => early.Lease == lease);
            return _links.Contains(link);
        }
    }

    /// <summary>The run has ended or no longer belongs to this trainer.</summary>
    public void Release(RunLease lease)
    {
        lock (_lock)
        {
            foreach (var link in _links.Where(l => l.Lease == lease))
            {
                link.Lease = null;
            }
        }
    }

    public bool IsHeld(RunLease lease)
    {
        lock (_lock)
        {
            return _links.Exists(l => l.Lease == lease);
        }
    }

    /// <summary>Tells the trainer with this lease to stop.</summary>
    public void Cancel(RunLease lease) => Tell(lease, client => client.Cancel(lease));

    /// <summary>Tells the trainer with this lease the current steering.</summary>
    public void Steer(RunLease lease, SteerOrder order) => Tell(lease, client => client.Steer(lease, order));

    public void SetLocal(LocalTrainer local)
    {
        lock (_lock)
        {
            _locals[local.Plan.Number] = local;
        }

        Changed?.Invoke();
    }

    /// <summary>Sends an order for a run. If no trainer has the run yet, <see cref="Bind"/> sends the order after the first one.</summary>
    private void Tell(RunLease lease, Func<ITrainerClient, Task> order)
    {
        lock (_lock)
        {
            if (_links.Find(l => l.Lease == lease) is { } holder)
            {
                holder.Post(order);
                return;
            }

            _early.Add((lease, order));
            if (_early.Count > EarlyKept)
            {
                _early.RemoveAt(0);
            }
        }
    }

    private bool IsLocal(TrainerLink link) => _locals.Values.Any(local => local.Is(link));

    private static TrainerStatus StatusOf(LocalTrainer local, TrainerLink? link) => new(
        local.Plan.Id, link is not null, link?.Description, local.Restarts, FaultOf(local, link), local.Plan.Device);

    /// <summary>A process that is still starting reports nothing: until it does, its predecessor's fault is shown.</summary>
    private static TrainerFault? FaultOf(LocalTrainer local, TrainerLink? link) =>
        link is { IsSilent: true } ? TrainerFault.Of(TrainerFaultCodes.Hung) : link?.Description is { } told && (told.Fault is not null || told.Phase != TrainerPhase.Starting) ? told.FindFault() : local.Fault;

    private sealed class Replaced(TrainerRegistry registry) : IDisposable
    {
        public void Dispose()
        {
            Interlocked.Decrement(ref registry._replacing);
            registry.Changed?.Invoke();
        }
    }
}
