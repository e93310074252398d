using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>What those need who look after the trainers.</summary>
internal sealed partial class TrainerRegistry
{
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

    /// <summary>The link of a process that has ended, which may not have noticed yet.</summary>
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

    /// <summary>From here on a process is being replaced, until the result is disposed.</summary>
    public IDisposable Replace()
    {
        Interlocked.Increment(ref _replacing);
        return new Replaced(this);
    }
}
