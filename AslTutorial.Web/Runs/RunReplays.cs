using System.Collections.Concurrent;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Runs;

/// <summary>
/// Shows the epochs of an earlier computation one by one, as if they were being trained. All of them are stored with the run from
/// the start, so after a restart of the site a replay is simply over.
/// </summary>
internal sealed class RunReplays(
    IDbContextFactory<SiteDb> databases,
    RunBoard board,
    RunFiles files,
    IEnumerable<IAfterRun> listeners,
    IOptions<RunOptions> options,
    IHostApplicationLifetime site,
    TimeProvider time,
    ILogger<RunReplays> log)
{
    private readonly ConcurrentDictionary<Guid, Playing> _playing = new();

    /// <param name="whole">The stored run with all its epochs.</param>
    public void Begin(RunView whole)
    {
        var replay = new Playing(whole);
        _playing[whole.Id] = replay;
        board.Told(replay.Now);
        _ = PlayAsync(replay);
    }

    /// <summary>Pauses, continues, renames or shows the rest at once.</summary>
    public async Task ChangeAsync(RunView whole, RunChange change, CancellationToken cancel)
    {
        if (!_playing.TryGetValue(whole.Id, out var replay))
        {
            return;
        }

        replay.Whole = whole;
        replay.IsPaused = change.Paused ?? replay.IsPaused;
        if (change.ShowAll != true)
        {
            board.Told(replay.Now);
            return;
        }

        while (Show(replay))
        {
        }

        await FinishAsync(replay, cancel);
    }

    /// <summary>Ends the replay where it is.</summary>
    /// <returns>Number of epochs shown.</returns>
    public int Stop(Guid runId) => _playing.TryRemove(runId, out var replay) ? replay.Shown : 0;

    /// <summary>After a start of the site: finishes the replays that were under way.</summary>
    public async Task RecoverAsync(CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            foreach (var run in await db.Runs.AsNoTracking().Include(r => r.Epochs).Where(r => r.State == RunState.Running && r.ComputedAt != null).ToListAsync(cancel))
            {
                await FinishAsync(new(run.ToView()), cancel);
            }
        }
    }

    private async Task PlayAsync(Playing replay)
    {
        // A replay takes about the same time for any number of epochs.
        var pace = TimeSpan.FromSeconds(options.Value.ReplaySeconds) / Math.Max(replay.Whole.Epochs.Count, RunOptions.ReplayedSlowly);
        while (!site.ApplicationStopping.IsCancellationRequested)
        {
            await Task.Delay(pace, time, site.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!site.ApplicationStopping.IsCancellationRequested && !await StepAsync(replay, site.ApplicationStopping))
                {
                    return;
                }
            }
            catch (Exception e) when (!site.ApplicationStopping.IsCancellationRequested)
            {
                log.LogWarning("The replay of run {Run} could not go on, and that is tried again: {Reason}", replay.Whole.Id, e.Message);
            }
            catch (OperationCanceledException)
            {
                // The site is stopping: the next start finishes the replay.
            }
        }
    }

    private async Task<bool> StepAsync(Playing replay, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            if (!_playing.ContainsKey(replay.Whole.Id))
            {
                return false;
            }

            if (replay.IsPaused || Show(replay))
            {
                return true;
            }

            await FinishAsync(replay, cancel);
            return false;
        }
    }

    /// <summary>Shows the next epoch; false if all are shown.</summary>
    private bool Show(Playing replay)
    {
        if (replay.Shown == replay.Whole.Epochs.Count)
        {
            return false;
        }

        replay.Shown++;
        board.EpochDone([replay.Now], replay.Whole.Epochs[replay.Shown - 1]);
        return true;
    }

    private async Task FinishAsync(Playing replay, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var run = await db.Runs.Include(r => r.Epochs).FirstOrDefaultAsync(r => r.Id == replay.Whole.Id, cancel);
        _playing.TryRemove(replay.Whole.Id, out _);
        if (run is not { State: RunState.Running })
        {
            return;
        }

        run.HasWeights = await files.HasWeightsAsync(run.ExecutionId, cancel);
        run.End(RunState.Completed, failure: null, time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        var view = run.ToView();
        board.Told(view);
        foreach (var listener in listeners)
        {
            await listener.RunEndedAsync(run.LearnerId, view);
        }
    }

    private sealed class Playing(RunView whole)
    {
        public RunView Whole { get; set; } = whole;

        public int Shown { get; set; }

        public bool IsPaused { get; set; }

        public RunView Now => Whole with { Epochs = [.. Whole.Epochs.Take(Shown)], Steering = IsPaused ? new(IsPaused: true) : null };
    }
}
