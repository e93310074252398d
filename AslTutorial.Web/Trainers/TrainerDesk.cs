using AslTutorial.Training.Contracts;
using AslTutorial.Web.Cluster;
using AslTutorial.Web.Runs;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

/// <summary>Handles trainers that connect, describe themselves and disconnect.</summary>
internal sealed class TrainerDesk(
    TrainerRegistry registry,
    RunLeases leases,
    FloorLink floor,
    NodeName node,
    IDispatchSignal dispatch,
    IOptions<RunOptions> options,
    TimeProvider time,
    ILogger<TrainerDesk> log)
{
    private readonly Lock _lock = new();
    private readonly List<AbsentTrainer> _absent = [];

    /// <summary>A description may cross a new order on its way. After this time, idle means that the order was lost.</summary>
    private static readonly TimeSpan Crossing = TimeSpan.FromSeconds(15);

    public async Task<bool> DescribeAsync(TrainerLink link, TrainerDescription description)
    {
        if (registry.Describe(link, description) is { } older)
        {
            // The same process on a new connection: the old connection is dead but not yet closed.
            if (registry.Remove(older) is { } held && held != description.Current)
            {
                await TakeBackAsync(held);
            }

            older.Abort();
        }

        var holds = await CheckLeaseAsync(link, description);
        if (link.IsIdle)
        {
            dispatch.Wake();
        }

        return holds;
    }

    /// <summary>A connection broke; its trainer may still be alive and come back with the run.</summary>
    public void Disconnected(TrainerLink link)
    {
        log.LogWarning("The trainer {Name} has disconnected", link.Description?.Name ?? link.Id);
        if (registry.Remove(link) is { } lease)
        {
            var absent = new AbsentTrainer(lease, link.Description?.Name, link.Description?.ProcessId);
            lock (_lock)
            {
                _absent.Add(absent);
            }

            _ = WaitForReturnAsync(absent, TimeSpan.FromSeconds(options.Value.ReconnectSeconds));
        }
    }

    /// <summary>A process has certainly ended, so its return is not awaited.</summary>
    public async Task ProcessEndedAsync(string machine, int processId)
    {
        if (registry.FindProcess(machine, processId) is { } link && registry.Remove(link) is { } lease)
        {
            await TakeBackAsync(lease);
        }

        foreach (var absent in Take(a => a.Machine == machine && a.ProcessId == processId))
        {
            await TakeBackAsync(absent.Lease);
        }
    }

    /// <summary>A trainer on another machine hangs: ends its connection and gives its run to another.</summary>
    public async Task DropAsync(TrainerLink link)
    {
        var lease = registry.Remove(link);
        link.Abort();
        if (lease is not null)
        {
            await TakeBackAsync(lease, forGood: true);
        }
    }

    /// <summary>Whether the run's trainer may still come back.</summary>
    public bool IsAwaited(RunLease lease)
    {
        lock (_lock)
        {
            return _absent.Exists(a => a.Lease == lease);
        }
    }

    /// <summary>The leases whose trainers may still come back.</summary>
    public IReadOnlyList<RunLease> Awaited()
    {
        lock (_lock)
        {
            return [.. _absent.Select(absent => absent.Lease)];
        }
    }

    /// <summary>Returns a run to the queue. If that fails, as with a locked database, the floor does it later.</summary>
    public async Task TakeBackAsync(RunLease lease, bool forGood = false)
    {
        try
        {
            await floor.CallAsync(there => there.LostAsync(node.Value, lease, forGood));
        }
        catch (Exception e)
        {
            log.LogError(e, "Run {Run} has lost its trainer and could not be put back into the queue; that is tried again", lease.RunId);
        }
    }

    private async Task<bool> CheckLeaseAsync(TrainerLink link, TrainerDescription description)
    {
        var held = link.Lease;
        if (description.Current is { } current)
        {
            if (current == held)
            {
                var holds = await leases.HoldsAsync(current, CancellationToken.None);
                if (!holds)
                {
                    // The trainer drops the run on this answer: release it now, not only after Crossing.
                    registry.Release(current);
                }

                return holds;
            }

            if (await floor.CallAsync(there => there.ClaimAsync(node.Value, current, link.KeyName)) is not { } claimed)
            {
                return false;
            }

            registry.Bind(link, current, client => client.Steer(current, claimed.Steering));
            if (claimed.IsCancelled)
            {
                registry.Cancel(current);
            }

            Take(a => a.Lease == current);
            if (held is not null)
            {
                await TakeBackAsync(held);
            }
        }
        else if (held is not null && description.Phase == TrainerPhase.Idle && time.GetUtcNow() - link.LeaseSince > Crossing)
        {
            registry.Release(held);
            await TakeBackAsync(held);
        }

        return true;
    }

    private async Task WaitForReturnAsync(AbsentTrainer absent, TimeSpan patience)
    {
        await Task.Delay(patience, time);
        if (Take(a => ReferenceEquals(a, absent)).Count > 0)
        {
            await TakeBackAsync(absent.Lease);
        }
    }

    private List<AbsentTrainer> Take(Predicate<AbsentTrainer> which)
    {
        lock (_lock)
        {
            var taken = _absent.FindAll(which);
            _absent.RemoveAll(taken.Contains);
            return taken;
        }
    }
}
