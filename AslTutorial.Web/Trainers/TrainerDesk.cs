using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

/// <summary>What happens when trainers come, speak about themselves, and go.</summary>
internal sealed class TrainerDesk(
    TrainerRegistry registry,
    RunLeases leases,
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
                await leases.LostAsync(held, CancellationToken.None);
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
            await leases.LostAsync(lease, CancellationToken.None);
        }

        foreach (var absent in Take(a => a.Machine == machine && a.ProcessId == processId))
        {
            await leases.LostAsync(absent.Lease, CancellationToken.None);
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

            if (!registry.Holders.MaySpeak(current, link.KeyName) || !await leases.ClaimAsync(current, () => registry.Bind(link, current), CancellationToken.None))
            {
                return false;
            }

            Take(a => a.Lease == current);
            if (held is not null)
            {
                await leases.LostAsync(held, CancellationToken.None);
            }
        }
        else if (held is not null && description.Phase == TrainerPhase.Idle && time.GetUtcNow() - link.LeaseSince > Crossing)
        {
            registry.Release(held);
            await leases.LostAsync(held, CancellationToken.None);
        }

        return true;
    }

    private async Task WaitForReturnAsync(AbsentTrainer absent, TimeSpan patience)
    {
        try
        {
            await Task.Delay(patience, time);
            if (Take(a => ReferenceEquals(a, absent)).Count > 0)
            {
                await leases.LostAsync(absent.Lease, CancellationToken.None);
            }
        }
        catch (Exception e)
        {
            log.LogError(e, "The run of a lost trainer could not be taken back");
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
