using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Trainers;

/// <summary>The trainers of this site: who is connected, who is idle, who holds which run.</summary>
internal sealed class TrainerRegistry(TimeProvider time) : ITrainerDirectory, ITrainerOrders
{
    /// <summary>A training on the same processor slows cells down as so many waiting ones would.</summary>
    private const int TrainingCells = 4;

    /// <summary>One is answered while the other is on its way.</summary>
    private const int LooksAtOnce = 2;

    /// <summary>A trainer runs one at a time; the others of these are on their way. All more wait here, where they take turns.</summary>
    private const int CellsAtOnce = 4;

    private readonly Lock _lock = new();
    private readonly List<TrainerLink> _links = [];
    private readonly SortedDictionary<int, LocalTrainer> _locals = [];

    private int _replacing;

    public event Action? Changed;

    public RunHolders Holders { get; } = new();

    /// <summary>A process is being replaced by a new one: whoever needs it waits for that.</summary>
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

    public int? TrainRows => CellDataSet()?.TrainRows;

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

    /// <summary>Ends the connections of trainers whose keys hold no longer.</summary>
    public void Revoke(IReadOnlySet<string> keyNames)
    {
        List<TrainerLink> revoked;
        lock (_lock)
        {
            revoked = _links.FindAll(l => keyNames.Contains(l.KeyName));
        }

        revoked.ForEach(link => link.Abort());
    }

    /// <summary>Takes a link out and returns the run it held.</summary>
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

    /// <summary>Notes what a trainer says about itself; returns an older link of the same process, which is dead.</summary>
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

    /// <summary>A trainer for the next run: one with a card before one without.</summary>
    public TrainerLink? FirstIdle()
    {
        lock (_lock)
        {
            return _links.Where(l => l.IsIdle).MinBy(l => l.Description?.Device?.Kind != "cuda");
        }
    }

    /// <summary>The trainer that will run a cell soonest; to be released. Null with true: it is worth while to wait for one.</summary>
    public (TrainerLink? Link, bool IsThere) TakeForCell()
    {
        lock (_lock)
        {
            // All on the same data: a notebook's cells would disagree otherwise.
            var digest = FindForCells()?.Description?.DataSet?.Digest;
            var able = _links.Where(l => l.CanRunCells && l.Description?.DataSet?.Digest == digest).ToList();
            var link = able.Where(l => l.Cells < CellsAtOnce).MinBy(l => l.Cells + (l.IsIdle ? 0 : TrainingCells));
            if (link is not null)
            {
                link.Cells++;
            }

            return (link, able.Count > 0 || IsReplacing);
        }
    }

    public void ReleaseCell(TrainerLink link)
    {
        lock (_lock)
        {
            link.Cells--;
        }
    }

    /// <summary>A trainer for a look at a net on that data, to be released; null with true: all have enough under way.</summary>
    public (TrainerLink? Link, bool IsThere) TakeForLook(string digest)
    {
        lock (_lock)
        {
            var able = _links.Where(l => l.CanRunCells && l.Description?.DataSet?.Digest == digest).ToList();
            // The first that has time: it has the nets in memory that were looked at last.
            var link = able.Find(l => l.Looks < LooksAtOnce);
            if (link is not null)
            {
                link.Looks++;
            }

            return (link, able.Count > 0 || IsReplacing);
        }
    }

    public void ReleaseLook(TrainerLink link)
    {
        lock (_lock)
        {
            link.Looks--;
        }
    }

    /// <summary>Why a trainer beside the site cannot train, as it was last told.</summary>
    public TrainerFault? LocalFault(LocalTrainerPlan plan)
    {
        lock (_lock)
        {
            return _locals.GetValueOrDefault(plan.Number)?.Fault;
        }
    }

    /// <summary>The connected trainers whose processes the site runs, in their order.</summary>
    public IReadOnlyList<LocalLink> Locals()
    {
        lock (_lock)
        {
            return [.. _locals.Values.SelectMany(local => _links.Where(local.Is).Select(link => new LocalLink(local.Plan.Id, link)))];
        }
    }

    /// <summary>One of <see cref="Locals"/>, if it is connected.</summary>
    public TrainerLink? Local(string id)
    {
        lock (_lock)
        {
            return _locals.Values.FirstOrDefault(l => l.Plan.Id == id) is { } local ? _links.Find(local.Is) : null;
        }
    }

    public TrainerLink? First()
    {
        lock (_lock)
        {
            return _links.Find(l => l.Description is not null);
        }
    }

    /// <summary>From here on a process is being replaced, until the result is disposed.</summary>
    public IDisposable Replace()
    {
        Interlocked.Increment(ref _replacing);
        return new Replaced(this);
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

    /// <summary>Takes it into service again.</summary>
    public void KeepOn(TrainerLink link)
    {
        lock (_lock)
        {
            link.IsLeaving = false;
        }
    }

    /// <summary>What cells are run on.</summary>
    public DataSetInfo? CellDataSet()
    {
        lock (_lock)
        {
            return FindForCells()?.Description?.DataSet;
        }
    }

    /// <summary>Binds a run to a link; false when the link is gone meanwhile.</summary>
    public bool Bind(TrainerLink link, RunLease? lease)
    {
        lock (_lock)
        {
            if (lease is not null)
            {
                foreach (var other in _links.Where(l => l != link && l.Lease == lease))
                {
                    other.Lease = null;
                }
            }

            if (lease is not null)
            {
                Holders.Note(lease, link.KeyName);
            }

            link.Lease = lease;
            link.HearOfStep();
            link.LeaseSince = time.GetUtcNow();
            return _links.Contains(link);
        }
    }

    /// <summary>The run has ended or is not this trainer's any more.</summary>
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

    public void Cancel(RunLease lease) => HolderOf(lease)?.Post(client => client.Cancel(lease));

    public void Steer(RunLease lease, SteerOrder order) => HolderOf(lease)?.Post(client => client.Steer(lease, order));

    public void SetLocal(LocalTrainer local)
    {
        lock (_lock)
        {
            _locals[local.Plan.Number] = local;
        }

        Changed?.Invoke();
    }

    /// <summary>Everything that ought to be alive: the site's own processes, connected or not, and the trainers of other machines.</summary>
    public IReadOnlyList<WatchedTrainer> Watched()
    {
        lock (_lock)
        {
            var own = _locals.Values.Where(local => local.ProcessId is not null).Select(local => new WatchedTrainer(local, _links.Find(local.Is)));
            return [.. own, .. _links.Where(link => link.Description is not null && !IsLocal(link)).Select(link => new WatchedTrainer(null, link))];
        }
    }

    /// <summary>Notes whether a trainer owes an answer.</summary>
    public void MarkSilent(TrainerLink link, bool isSilent)
    {
        lock (_lock)
        {
            if (link.IsSilent == isSilent)
            {
                return;
            }

            link.IsSilent = isSilent;
        }

        Changed?.Invoke();
    }

    /// <summary>The leases that connected trainers hold.</summary>
    public IReadOnlyList<(TrainerLink Link, RunLease Lease)> Leases()
    {
        lock (_lock)
        {
            return [.. _links.Where(link => link.Lease is not null).Select(link => (link, link.Lease!))];
        }
    }

    /// <summary>Why no trainer can take a cell, for whoever wanted one run.</summary>
    public TrainerAbsence Absence()
    {
        lock (_lock)
        {
            if (_links.Exists(link => link.IsSilent) || _locals.Values.Any(local => local.Fault?.Code == TrainerFaultCodes.Hung))
            {
                return TrainerAbsence.Hung;
            }

            if (_locals.Values.Any(local => local is { Fault: not null }) || _links.Exists(link => link.Description is { Phase: TrainerPhase.Faulted }))
            {
                return TrainerAbsence.Faulted;
            }

            return _locals.Values.Any(local => local.Restarts > 0) ? TrainerAbsence.Restarting : TrainerAbsence.Starting;
        }
    }

    /// <summary>The link of a process that has ended, which may not have noticed yet.</summary>
    public TrainerLink? FindProcess(string machine, int processId)
    {
        lock (_lock)
        {
            return _links.Find(l => l.IsBesideTheSite && l.Description is { } d && d.Name == machine && d.ProcessId == processId);
        }
    }

    private TrainerLink? HolderOf(RunLease lease)
    {
        lock (_lock)
        {
            return _links.Find(l => l.Lease == lease);
        }
    }

    private TrainerLink? FindForCells() => _links.Find(l => l.CanRunCells && IsLocal(l)) ?? _links.Find(l => l.CanRunCells);

    private bool IsLocal(TrainerLink link) => _locals.Values.Any(local => local.Is(link));

    private static TrainerStatus StatusOf(LocalTrainer local, TrainerLink? link) => new(
        local.Plan.Id, link is not null, link?.Description, local.Restarts, FaultOf(local, link), local.Plan.Device);

    /// <summary>A process that begins anew says nothing yet: until it does, what its forerunner said holds.</summary>
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
