using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>The part for those who supervise trainers.</summary>
internal sealed partial class TrainerRegistry
{
    /// <summary>All trainers that should be alive: local processes, connected or not, and connected trainers of other machines.</summary>
    public IReadOnlyList<WatchedTrainer> Watched()
    {
        lock (_lock)
        {
            var own = _locals.Values.Where(local => local.ProcessId is not null).Select(local => new WatchedTrainer(local, _links.Find(local.Is)));
            return [.. own, .. _links.Where(link => link.Description is not null && !IsLocal(link)).Select(link => new WatchedTrainer(null, link))];
        }
    }

    /// <summary>Sets whether a trainer has left a ping unanswered.</summary>
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

    /// <summary>Why no trainer can take a cell.</summary>
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

    /// <summary>The last known fault of a local trainer.</summary>
    public TrainerFault? LocalFault(LocalTrainerPlan plan)
    {
        lock (_lock)
        {
            return _locals.GetValueOrDefault(plan.Number)?.Fault;
        }
    }

    /// <summary>The connected local trainers, in order.</summary>
    public IReadOnlyList<LocalLink> Locals()
    {
        lock (_lock)
        {
            return [.. _locals.Values.SelectMany(local => _links.Where(local.Is).Select(link => new LocalLink(local.Plan.Id, link)))];
        }
    }

    /// <summary>A local trainer by its id, if connected.</summary>
    public TrainerLink? Local(string id)
    {
        lock (_lock)
        {
            return _locals.Values.FirstOrDefault(l => l.Plan.Id == id) is { } local ? _links.Find(local.Is) : null;
        }
    }

    /// <summary>The link of a local process that has ended, which may still look connected.</summary>
    public TrainerLink? FindProcess(string machine, int processId)
    {
        lock (_lock)
        {
            return _links.Find(l => l.IsBesideTheSite && l.Description is { } d && d.Name == machine && d.ProcessId == processId);
        }
    }

    public TrainerLink? First()
    {
        lock (_lock)
        {
            return _links.Find(l => l.Description is not null);
        }
    }

    /// <summary>Marks that a process is being replaced, until the result is disposed.</summary>
    public IDisposable Replace()
    {
        Interlocked.Increment(ref _replacing);
        return new Replaced(this);
    }
}
