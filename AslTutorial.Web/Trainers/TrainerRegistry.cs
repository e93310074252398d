using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Trainers;

/// <summary>The trainers of this site: who is connected, who is idle, who holds which run.</summary>
internal sealed class TrainerRegistry(TimeProvider time) : ITrainerDirectory, ITrainerOrders
{
    private const string LocalId = "local";

    /// <summary>A training on the same processor slows cells down as so many waiting ones would.</summary>
    private const int TrainingCells = 4;

    private readonly Lock _lock = new();
    private readonly List<TrainerLink> _links = [];
    private LocalTrainer? _local;

    public event Action? Changed;

    public IReadOnlyList<TrainerStatus> All
    {
        get
        {
            lock (_lock)
            {
                var own = _links.Find(IsLocal);
                var all = _links.Where(l => l != own).Select(l => new TrainerStatus(l.Id, true, l.Description, 0, l.Description?.FindFault()));
                return _local is null
                    ? [.. all]
                    : [new TrainerStatus(LocalId, own is not null, own?.Description, _local.Restarts, LocalFault(own)), .. all];
            }
        }
    }

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
            if (description.Phase != TrainerPhase.Starting && IsLocal(link))
            {
                _local = _local! with { Fault = description.FindFault() };
            }

            older = _links.Find(l => l != link && l.IsSameProcess(description));
        }

        Changed?.Invoke();
        return older;
    }

    public TrainerLink? FirstIdle()
    {
        lock (_lock)
        {
            return _links.Find(l => l.IsIdle);
        }
    }

    /// <summary>The trainer that will run a cell soonest; to be released. None: there is none, or all have too many waiting.</summary>
    public (TrainerLink? Link, bool IsFull) TakeForCell()
    {
        lock (_lock)
        {
            // All on the same data: a notebook's cells would disagree otherwise.
            var digest = FindForCells()?.Description?.DataSet?.Digest;
            var able = _links.Where(l => l.CanRunCells && l.Description?.DataSet?.Digest == digest).ToList();
            var link = able.Where(l => l.Cells < CellLimits.MaxWaiting).MinBy(l => l.Cells + (l.IsIdle ? 0 : TrainingCells));
            if (link is not null)
            {
                link.Cells++;
            }

            return (link, able.Count > 0);
        }
    }

    public void ReleaseCell(TrainerLink link)
    {
        lock (_lock)
        {
            link.Cells--;
        }
    }

    /// <summary>Why the trainer beside the site cannot train, as it was last told.</summary>
    public TrainerFault? LocalFault()
    {
        lock (_lock)
        {
            return _local?.Fault;
        }
    }

    /// <summary>The connected trainer whose process the site runs.</summary>
    public TrainerLink? Local()
    {
        lock (_lock)
        {
            return _links.Find(IsLocal);
        }
    }

    public TrainerLink? First()
    {
        lock (_lock)
        {
            return _links.Find(l => l.Description is not null);
        }
    }

    /// <summary>Takes a trainer out of service if it has nothing to do.</summary>
    public bool TryRetire(TrainerLink link)
    {
        lock (_lock)
        {
            if (link.Lease is null && link.Cells == 0 && _links.Contains(link))
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

            link.Lease = lease;
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

    public void Cancel(RunLease lease)
    {
        TrainerLink? holder;
        lock (_lock)
        {
            holder = _links.Find(l => l.Lease == lease);
        }

        holder?.Post(client => client.Cancel(lease));
    }

    public void SetLocal(LocalTrainer local)
    {
        lock (_lock)
        {
            _local = local;
        }

        Changed?.Invoke();
    }

    /// <summary>The link of a process that has ended, which may not have noticed yet.</summary>
    public TrainerLink? FindProcess(string machine, int processId)
    {
        lock (_lock)
        {
            return _links.Find(l => l.Description is { } d && d.Name == machine && d.ProcessId == processId);
        }
    }

    /// <summary>A process that begins anew says nothing yet: until it does, what its forerunner said holds.</summary>
    private TrainerFault? LocalFault(TrainerLink? own) =>
        own?.Description is { } told && (told.Fault is not null || told.Phase != TrainerPhase.Starting) ? told.FindFault() : _local?.Fault;

    private TrainerLink? FindForCells() => _links.Find(l => l.CanRunCells && IsLocal(l)) ?? _links.Find(l => l.CanRunCells);

    private bool IsLocal(TrainerLink link) =>
        _local is { } local && link.Description is { } d && d.Name == local.Machine && d.ProcessId == local.ProcessId;
}
