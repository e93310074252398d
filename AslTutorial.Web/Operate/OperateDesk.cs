using AslTutorial.Web.Admission;
using AslTutorial.Web.Health;
using AslTutorial.Web.Hosting.Logs;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Persistence.Copies;
using AslTutorial.Web.Persistence.Postgres;
using AslTutorial.Web.Retention;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Operate;

/// <summary>The operator's view and actions, for the page and the command.</summary>
internal sealed class OperateDesk(
    IDbContextFactory<SiteDb> databases,
    FloorLink floor,
    ITrainerDirectory directory,
    TrainerRegistry registry,
    LocalTrainers trainers,
    AddressBlocks blocks,
    Visitors visitors,
    ReadOnlyMode readOnly,
    CallerMask mask,
    StorageFolder folder,
    DatabaseChoice database,
    StorageSize size,
    StorageWatch watch,
    LastFaults faults,
    IOptions<OperateOptions> options,
    TimeProvider time)
{
    /// <summary>Longer blocks make little sense: after a day somebody else may have the address.</summary>
    public const int MaxBlockMinutes = 24 * 60;

    private const int EndedRuns = 20;
    private const int MaxRuns = 500;
    private const int MaxVisitors = 200;

    /// <param name="showsAddresses">Show real addresses instead of masked ones.</param>
    public async Task<OperateState> StateAsync(bool showsAddresses, CancellationToken cancel)
    {
        var condition = await watch.LookAsync(cancel);
        var blocked = blocks.All;
        return new(
            time.GetUtcNow(),
            readOnly.IsOn,
            [.. directory.All.Select(TrainerHealth.From)],
            await WaitingAsync(cancel),
            await RunsAsync(cancel),
            [.. visitors.LastHour.Take(MaxVisitors).Select(one => new OperateVisitor(
                Shown(one.Address), one.Learners, one.Requests, one.Refused, one.LastSeen, blocked.Any(b => b.Address == one.Address)))],
            [.. blocked.Select(one => new OperateBlock(Shown(one.Address), one.Until))],
            size.Now,
            condition.Faults,
            faults.List());

        string Shown(string address) => showsAddresses ? address : mask.Of(address)!;
    }

    /// <summary>Cancels anybody's run, together with all runs that share its computation.</summary>
    /// <exception cref="OperateFaultException">There is no such run, or it has ended.</exception>
    public async Task CancelAsync(Guid runId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var named = await db.Runs.AsNoTracking().FirstOrDefaultAsync(run => run.Id == runId, cancel)
            ?? throw new OperateFaultException($"there is no run {runId}");
        var runs = named.ComputedAt is null && !named.State.IsEnded()
            ? await Execution.Open(db.Runs.AsNoTracking(), named.ExecutionId).ToListAsync(cancel)
            : [named];
        var ended = 0;
        foreach (var run in runs)
        {
            ended += await floor.CallAsync(there => there.CancelAsync(run.LearnerId, run.Id)) is CancelOutcome.Accepted ? 1 : 0;
        }

        if (ended == 0)
        {
            throw new OperateFaultException($"run {runId} has ended already");
        }
    }

    /// <summary>Cancels all waiting runs.</summary>
    /// <param name="from">Only runs from this address or mask; null for all.</param>
    /// <returns>How many were cancelled.</returns>
    /// <exception cref="OperateFaultException">It is neither an address nor the mask of a visitor of the last hour.</exception>
    public async Task<int> ClearAsync(string? from, CancellationToken cancel)
    {
        var group = string.IsNullOrWhiteSpace(from) ? null : mask.Of(AddressOf(from));
        await using var db = await databases.CreateDbContextAsync(cancel);
        var waiting = await db.Runs.Where(run => run.State == RunState.Queued && (group == null || run.QueueGroup == group))
            .Select(run => new { run.Id, run.LearnerId }).ToListAsync(cancel);
        var ended = 0;
        foreach (var run in waiting)
        {
            // A run that a trainer has taken meanwhile is cancelled too.
            ended += await floor.CallAsync(there => there.CancelAsync(run.LearnerId, run.Id)) is CancelOutcome.Accepted ? 1 : 0;
        }

        return ended;
    }

    /// <summary>Replaces a local trainer's process; its run continues after its last epoch.</summary>
    /// <exception cref="OperateFaultException">There is no such local trainer.</exception>
    public void Restart(string trainer)
    {
        if (!trainers.Restart(trainer))
        {
            throw new OperateFaultException($"no trainer {trainer} runs beside the site; there are {string.Join(", ", registry.Locals().Select(local => local.Id).DefaultIfEmpty("none"))}");
        }
    }

    /// <param name="address">An address, or the mask of a visitor of the last hour.</param>
    /// <param name="own">The operator's own address, which must not be blocked by mistake.</param>
    /// <exception cref="OperateFaultException">It cannot be blocked.</exception>
    public void Block(string address, int minutes, string own)
    {
        if (minutes is < 1 or > MaxBlockMinutes)
        {
            throw new OperateFaultException($"an address is blocked for 1 to {MaxBlockMinutes} minutes, not {minutes}");
        }

        var found = AddressOf(address);
        if (found == own)
        {
            throw new OperateFaultException("that is the address you ask from yourself");
        }

        blocks.Block(found, TimeSpan.FromMinutes(minutes));
    }

    /// <exception cref="OperateFaultException">It is not blocked.</exception>
    public void Unblock(string address)
    {
        var found = blocks.All.Select(one => one.Address).FirstOrDefault(one => mask.Of(one) == address.Trim()) ?? AddressOf(address);
        if (!blocks.Unblock(found))
        {
            throw new OperateFaultException($"{address} is not blocked");
        }
    }

    /// <summary>Holds on every node until it is switched off or no node runs any more.</summary>
    public void SetReadOnly(bool on) => readOnly.IsOn = on;

    /// <returns>The new folder with the backup.</returns>
    /// <exception cref="CopyFaultException">The backup could not be made.</exception>
    public async Task<string> BackUpAsync(CancellationToken cancel)
    {
        if (database.IsShared)
        {
            throw new CopyFaultException(CopyCommands.InPostgres);
        }

        var root = options.Value.BackupDirectory ?? $"{folder.Root.TrimEnd(Path.DirectorySeparatorChar)}-backups";
        var target = Path.Combine(root, FormattableString.Invariant($"{time.GetUtcNow():yyyyMMdd-HHmmss}"));
        await new StorageBackup(folder, time).WriteAsync(target, cancel);
        return target;
    }

    private string AddressOf(string text) =>
        visitors.LastHour.Select(one => one.Address).FirstOrDefault(one => mask.Of(one) == text.Trim())
        ?? CallerAddress.Read(text)
        ?? throw new OperateFaultException($"'{text}' is neither an address nor the mask of one that asked in the last hour");

    /// <summary>Counts executions: of several runs that share one, only the leader counts.</summary>
    private async Task<int> WaitingAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Runs.CountAsync(run => run.State == RunState.Queued && run.Leads, cancel);
    }

    private async Task<IReadOnlyList<OperatedRun>> RunsAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var live = new[] { RunState.Running, RunState.Paused, RunState.Queued };
        var open = await Operated(db.Runs.Where(run => live.Contains(run.State)).OrderBy(run => run.Id).Take(MaxRuns)).ToListAsync(cancel);
        var ended = await Operated(db.Runs.Where(run => !live.Contains(run.State)).OrderByDescending(run => run.Id).Take(EndedRuns)).ToListAsync(cancel);
        var places = (await floor.CallAsync(there => there.FindAsync([.. open.Select(run => run.Id)]))).ToDictionary(run => run.Id, run => run.Position);
        return
        [
            .. open.Select(run => run with { Position = places.GetValueOrDefault(run.Id) }).OrderBy(run => Array.IndexOf(live, run.State)).ThenBy(run => run.Position),
            .. ended.OrderByDescending(run => run.CreatedAt),
        ];
    }

    private static IQueryable<OperatedRun> Operated(IQueryable<RunRecord> runs) => runs.Select(run => new OperatedRun(
        run.Id, run.Lesson, run.State, run.Model, run.Epochs.Count, run.EpochsWanted, null, run.QueueGroup, run.CreatedAt, run.FailureText));
}
