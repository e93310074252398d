using System.Threading.Channels;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Postgres;
using AslTutorial.Web.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Looks;

/// <summary>
/// Keeps the stored epochs of all runs below the size limit. The least recently viewed runs give first: every second epoch, repeatedly,
/// until only the untrained net, the best and the last epoch are left; if that is not enough, all but the last, and finally the
/// last epoch of runs that nobody views.
/// </summary>
internal sealed class EpochThinning(
    KeptEpochs kept,
    DatabaseChoice database,
    IDbContextFactory<SiteDb> databases,
    IOptions<LookOptions> options,
    TimeProvider time,
    ILogger<EpochThinning> log) : BackgroundService
{
    /// <summary>A run viewed within this time counts as being viewed.</summary>
    private static readonly TimeSpan Looking = TimeSpan.FromMinutes(30);

    private readonly Channel<Guid> _grown = Channel.CreateUnbounded<Guid>(new() { SingleReader = true });

    private long Room => (long)options.Value.KeptMegabytes << 20;

    /// <summary>The epochs to keep when thinning a run: the untrained net, the best, the last, and every second of the others.</summary>
    /// <param name="epochs">In order. Its own last entry is kept: a live run's list may have been read a moment ago.</param>
    /// <param name="best">The epoch with the highest accuracy; null if none has been reported.</param>
    public static IReadOnlyList<int> Thin(IReadOnlyList<int> epochs, int? best)
    {
        bool IsHeld(int epoch) => epoch == EpochNumber.Untrained || epoch == best || epoch == epochs[^1];
        var free = epochs.Where(epoch => !IsHeld(epoch)).ToList();
        return [.. epochs.Where(epoch => IsHeld(epoch) || free.IndexOf(epoch) % 2 == 1)];
    }

    /// <summary>Frees space if there is too little; public so that others can run it at once.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var all = await kept.MeasureAsync(cancel);
        var sizes = all.ToDictionary(run => run.ExecutionId, run => run.Bytes);
        var total = sizes.Values.Sum();
        if (total <= Room)
        {
            return;
        }

        var before = total;
        List<RunFolder> runs = [.. all.OrderBy(kept.LastUse)];
        foreach (var run in runs.Select(run => run.ExecutionId))
        {
            var best = await BestAsync(run, cancel);
            while (total > Room && await kept.ListAsync(run, cancel) is var epochs && Thin(epochs, best) is var left && left.Count < epochs.Count)
            {
                await LeaveAsync(run, epochs, left);
            }
        }

        foreach (var run in runs.Select(run => run.ExecutionId))
        {
            if (total > Room && await kept.ListAsync(run, cancel) is [.., var last] epochs)
            {
                await LeaveAsync(run, epochs, [last]);
            }
        }

        foreach (var run in await WithoutWatchersAsync(runs, cancel))
        {
            if (total > Room)
            {
                await LeaveAsync(run, await kept.ListAsync(run, cancel), []);
                await kept.DeleteAllAsync(run, cancel);
            }
        }

        log.LogInformation("Epochs of runs were thinned: {Before} MB, now {After} MB, of {Room} MB", before >> 20, total >> 20, Room >> 20);

        async Task LeaveAsync(Guid run, IReadOnlyList<int> epochs, IReadOnlyList<int> left)
        {
            foreach (var epoch in epochs.Except(left))
            {
                await kept.DeleteAsync(run, epoch, cancel);
            }

            var size = await kept.SizeOfAsync(run, cancel);
            total -= sizes[run] - size;
            sizes[run] = size;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        kept.Grown += run => _grown.Writer.TryWrite(run);
        stoppingToken.Register(() => _grown.Writer.TryComplete());

        // Measures all runs once, then only the one that has grown, as there may be thousands. RunAsync corrects for deletions elsewhere.
        Dictionary<Guid, long>? sizes = null;
        _grown.Writer.TryWrite(Guid.Empty);
        await foreach (var run in _grown.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                // With a shared database other nodes write too, so measure everything.
                sizes = sizes is null || database.IsShared ? await SizesAsync(stoppingToken) : sizes;
                sizes[run] = await kept.SizeOfAsync(run, stoppingToken);
                if (sizes.Values.Sum() > Room)
                {
                    await RunAsync(stoppingToken);
                    sizes = null;
                }
            }
            catch (Exception e)
            {
                // Tried again at the next epoch.
                log.LogWarning("Epochs of runs could not be thinned: {Reason}", e.Message);
            }
        }
    }

    private async Task<Dictionary<Guid, long>> SizesAsync(CancellationToken cancel) =>
        (await kept.MeasureAsync(cancel)).ToDictionary(run => run.ExecutionId, run => run.Bytes);

    private async Task<int?> BestAsync(Guid run, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Epochs.AsNoTracking().Where(e => db.Runs.Any(r => r.Id == e.RunId && r.ExecutionId == run))
            .OrderByDescending(e => e.ValidAccuracy).ThenByDescending(e => e.Epoch).Select(e => (int?)e.Epoch).FirstOrDefaultAsync(cancel);
    }

    private async Task<IReadOnlyList<Guid>> WithoutWatchersAsync(IReadOnlyList<RunFolder> runs, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var live = await db.Runs.Where(r => r.State == RunState.Queued || r.State == RunState.Running || r.State == RunState.Paused).Select(r => r.ExecutionId).ToListAsync(cancel);
        return [.. runs.Where(run => kept.LastUse(run) < time.GetUtcNow() - Looking).Select(run => run.ExecutionId).Except(live)];
    }
}
