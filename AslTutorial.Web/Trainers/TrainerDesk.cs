using AslTutorial.Training.Contracts;
using AslTutorial.Web.Cluster;
using AslTutorial.Web.Runs;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

/// <summary>What happens when trainers come, speak about themselves, and go.</summary>
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

    /// <summary>An order may cross a description on its way; after this long, idle means that the order was lost.</summary>
    private static readonly TimeSpan Crossing = TimeSpan.FromSeconds(15);

    public async Task<bool> DescribeAsync(TrainerLink link, TrainerDescription description)
    {
        if (registry.Describe(link, description) is { } older)
        {
            // The same process on a new connection: the old one has not noticed yet that it is dead.
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

    /// <summary>A connection broke. Its trainer may be alive and come back with the run.</summary>
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

    /// <summary>A process has ended for certain: there is nothing to wait for.</summary>
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

    /// <summary>A trainer of another machine hangs: its run goes to another, and its connection ends.</summary>
    public async Task DropAsync(TrainerLink link)
    {
        var lease = registry.Remove(link);
        link.Abort();
        if (lease is not null)
        {
            await TakeBackAsync(lease, forGood: true);
        }
    }

    /// <summary>Whether the trainer of a run may still come back to it.</summary>
    public bool IsAwaited(RunLease lease)
    {
        lock (_lock)
        {
            return _absent.Exists(a => a.Lease == lease);
        }
    }

    /// <summary>The leases whose trainers may still come back to them.</summary>
    public IReadOnlyList<RunLease> Awaited()
    {
        lock (_lock)
        {
            return [.. _absent.Select(absent => absent.Lease)];
        }
    }

    /// <summary>Where that fails, as when the database is locked, the floor does it later.</summary>
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
                    // Told so, the trainer lets the run go: it must not count as busy with it until an order could have crossed.
                    registry.Release(current);
                }

                return holds;
            }

            if (!registry.Holders.MaySpeak(current, link.KeyName) || await floor.CallAsync(there => there.ClaimAsync(node.Value, current)) is not { } claimed)
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
