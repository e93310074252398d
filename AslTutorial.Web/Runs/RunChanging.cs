using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Runs;

/// <summary>
/// Changes runs for their owners: directly if no trainer has the run, else by an order to it. Steering a run that shares its
/// execution forks it after the last epoch, because the others did not order the change.
/// </summary>
internal sealed class RunChanging(
    IDbContextFactory<SiteDb> databases,
    RunBoard board,
    RunPauses pauses,
    RunReplays replays,
    RunFiles files,
    ITrainerOrders trainers,
    IDispatchSignal dispatch,
    IOptions<RunOptions> options,
    TimeProvider time)
{
    public async Task<RunChanged> ChangeAsync(string learnerId, Guid runId, RunChange change, CancellationToken cancel)
    {
        List<SettingFault> faults = [.. change.Faults()];
        if (faults.Count > 0)
        {
            return new RunChanged.Invalid(faults);
        }

        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var run = await db.Runs.Include(r => r.Epochs).FirstOrDefaultAsync(r => r.Id == runId, cancel);
            if (Refusal(run, learnerId, change) is { } refusal)
            {
                return refusal;
            }

            var execution = run!.State.IsEnded() || run.ComputedAt is not null ? null : await Execution.FindAsync(db, run.ExecutionId, cancel);
            var forks = change.Steers && execution is { IsShared: true };
            if (forks && board.Waiting >= options.Value.Queue)
            {
                return new RunChanged.QueueFull(options.Value.Queue);
            }

            run.Name = Kept(run.Name, change.Name);
            run.Note = Kept(run.Note, change.Note);
            if (forks)
            {
                var shared = run.ExecutionId;
                Fork(run, execution!);
                await files.CopyCheckpointsAsync(shared, run.ExecutionId, cancel);
            }

            Steer(run, change);
            await db.SaveChangesAsync(cancel);
            await AnnounceAsync(run, change, execution, forks, cancel);
            return new RunChanged.Accepted(board.Find(run.Id) ?? run.ToView());
        }
    }

    private static RunChanged? Refusal(RunRecord? run, string learnerId, RunChange change)
    {
        if (run is null)
        {
            return new RunChanged.NotFound();
        }

        if (run.LearnerId != learnerId)
        {
            return new RunChanged.NotOwner();
        }

        if (change.ShowAll is not null && run.ComputedAt is null)
        {
            return new RunChanged.Invalid([new("showAll", "showAll is of a replay, and the run is none")]);
        }

        if (change.Steers && run.State.IsEnded())
        {
            return new RunChanged.Ended();
        }

        if (change.Recomputes && run.ComputedAt is not null)
        {
            return new RunChanged.Replayed();
        }

        return change.LearningRate is not null && run.Steering?.Rates.Count >= TrainingLimits.MaxRateChanges
            ? new RunChanged.Invalid([new("learningRate", $"learningRate has been changed {TrainingLimits.MaxRateChanges} times, which is the most")])
            : null;
    }

    private static string? Kept(string? before, string? wanted) => wanted is null ? before : wanted.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Gives the run an execution of its own from its last epoch on, with a copy of the checkpoint.</summary>
    private void Fork(RunRecord run, Execution execution)
    {
        var shared = run.ExecutionId;
        execution.Release(run);
        run.ExecutionId = Guid.CreateVersion7(time.GetUtcNow());
        (run.Leads, run.Fence, run.HolderKey, run.LossesInARow, run.OrderKey) = (true, 0, null, 0, null);
        (run.TrunkId, run.TrunkEpochs) = (run.Epochs.Count > 0 ? shared : null, run.Epochs.Count);
        run.State = RunState.Queued;
        run.Take(board.Issue(run.ExecutionId, run.LearnerId, run.QueueGroup));
    }

    private void Steer(RunRecord run, RunChange change)
    {
        if (run.ComputedAt is not null)
        {
            // RunReplays pauses a replay.
            return;
        }

        // With another learning rate it is no longer the same order.
        run.OrderKey = change.LearningRate is null ? run.OrderKey : null;
        run.PendingRate = change.LearningRate ?? run.PendingRate;
        run.StopRequested = change.StopAfterEpoch ?? run.StopRequested;
        if (change.Paused == true)
        {
            pauses.Pause(run);
        }
        else if (change.Paused == false && run.PausedAt is not null)
        {
            run.PausedAt = run.FreesAt = null;
            if (run.State == RunState.Paused)
            {
                run.State = RunState.Queued;
                run.Take(board.Issue(run.ExecutionId, run.LearnerId, run.QueueGroup));
            }
        }
    }

    private async Task AnnounceAsync(RunRecord run, RunChange change, Execution? execution, bool forks, CancellationToken cancel)
    {
        if (run.ComputedAt is not null && !run.State.IsEnded())
        {
            await replays.ChangeAsync(run.ToView(), change, cancel);
            return;
        }

        if (run.State == RunState.Queued && (forks || execution is { IsShared: false }))
        {
            board.Queued([run.ToView()], run.ToTicket());
            dispatch.Wake();
        }
        else if (forks || execution is { IsShared: false })
        {
            board.Changed([run.ToView()]);
        }
        else
        {
            board.Told(execution is null ? run.ToView() : run.ToView(execution.Epochs, isShared: true));
        }

        if (forks)
        {
            execution!.Announce(board);
        }
        else if (change.Steers && run.State == RunState.Running)
        {
            trainers.Steer(run.ToLease(), run.ToSteerOrder());
        }
    }
}
