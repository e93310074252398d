using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Floor;

/// <summary>
/// Periodically compares runs, leases and trainers, and repairs differences left by any fault. A difference counts only if it is still
/// there at the next check, because every change takes a moment. Each node checks its own trainers; the floor's node checks the runs.
/// </summary>
internal sealed class RunReconciler(
    FloorSeat seat,
    Nodes nodes,
    TrainerRegistry registry,
    TrainerDesk desk,
    RunLeases leases,
    RunCancelling cancelling,
    RunPauses pauses,
    IDispatchSignal dispatch,
    TimeProvider time,
    ILogger<RunReconciler> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <summary>Longer than the normal timers for stopping a trainer and ending a pause, which act first.</summary>
    private static readonly TimeSpan Grace = RunCancelling.Patience + Interval;

    private readonly Dictionary<RunLease, DateTimeOffset> _cancelled = [];
    private HashSet<RunLease> _unheld = [];
    private HashSet<RunLease> _unknown = [];

    /// <summary>One check.</summary>
    public async Task WalkAsync(CancellationToken cancel)
    {
        // Read the trainers first: whatever they got since is in the database already.
        var held = registry.Leases();
        var running = await leases.RunningAsync(cancel);
        var known = running.Select(run => run.Lease).ToHashSet();

        if (seat.IsHere)
        {
            await leases.RequeueAsync(cancel);
            await TakeBackAsync(known, cancel);
            await EndOverdueAsync(running, cancel);
        }

        var unknown = held.Where(h => !known.Contains(h.Lease)).ToList();
        foreach (var (link, lease) in unknown.Where(h => _unknown.Contains(h.Lease)))
        {
            log.LogError("The trainer {Trainer} has run {Run}, which is not running as the database has it; it is told to stop", link.Name, lease.RunId);
            registry.Release(lease);
            link.Post(client => client.Cancel(lease));
            dispatch.Wake();
        }

        _unknown = [.. unknown.Select(h => h.Lease)];
        // Hands out a run that waits beside an idle trainer, whatever the reason.
        dispatch.Wake();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await WalkAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // For example no database: the next check finds the same differences.
                log.LogError(e, "Runs and trainers could not be compared");
            }
        }
    }

    private async Task TakeBackAsync(IReadOnlySet<RunLease> known, CancellationToken cancel)
    {
        var unheld = known.Where(lease => !IsHeld(lease)).ToHashSet();
        foreach (var lease in unheld.Where(_unheld.Contains))
        {
            log.LogError("Run {Run} is running and no trainer has it; it waits again", lease.RunId);
            await leases.LostAsync(lease, cancel, isHeld: () => IsHeld(lease));
        }

        _unheld = unheld;
    }

    private bool IsHeld(RunLease lease) => registry.IsHeld(lease) || desk.IsAwaited(lease) || nodes.HolderOf(lease) is not null;

    private async Task EndOverdueAsync(IReadOnlyList<HeldRun> running, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var wanted = running.Where(run => run.IsCancelled).Select(run => run.Lease).ToHashSet();
        foreach (var over in _cancelled.Keys.Where(lease => !wanted.Contains(lease)).ToList())
        {
            _cancelled.Remove(over);
        }

        foreach (var lease in wanted)
        {
            if (_cancelled.TryAdd(lease, now) || now - _cancelled[lease] < Grace)
            {
                continue;
            }

            await cancelling.EndNowAsync(lease, cancel);
        }

        foreach (var run in running)
        {
            if (run.FreesAt is { } freesAt && now - freesAt > Interval)
            {
                await pauses.FreeNowAsync(run.Lease, freesAt, cancel);
            }
        }
    }
}
