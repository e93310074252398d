using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Runs;

/// <summary>Puts runs into trainers' hands and takes them back.</summary>
internal sealed class RunLeases(
    IDbContextFactory<SiteDb> databases,
    IRunBoard board,
    RunFiles files,
    ITrainerOrders trainers,
    IDispatchSignal dispatch,
    IOptions<RunOptions> options,
    TimeProvider time,
    ILogger<RunLeases> log)
{
    /// <summary>Takes the next waiting run for a trainer; false when none waits.</summary>
    /// <param name="deliver">Gives the order away, without waiting: a cancel that comes right after must follow it.</param>
    public async Task<bool> HandOutAsync(DeviceInfo device, DataSetInfo data, Action<RunOrder> deliver, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            while (board.Next is { } runId)
            {
                var run = await db.Runs.Include(r => r.Epochs).FirstOrDefaultAsync(r => r.Id == runId, cancel);
                if (run is not { State: RunState.Queued })
                {
                    log.LogError("Run {Run} stood in the queue and does not wait, as the database has it; it is taken out", runId);
                    board.Forget(runId);
                    continue;
                }

                if (run.Epochs.Count > 0 && run.DataDigest != data.Digest)
                {
                    await FailAsync(db, run, OtherData(run, data), cancel);
                    continue;
                }

                run.TakeWishes();
                run.State = RunState.Running;
                run.Fence++;
                run.StartedAt ??= time.GetUtcNow();
                run.Device = device.Name;
                (run.DataKind, run.DataTrainRows, run.DataValidRows, run.DataDigest) =
                    (data.Kind, data.TrainRows, data.ValidRows, data.Digest);
                await db.SaveChangesAsync(cancel);
                var lease = new RunLease(run.Id, run.Fence);
                board.Running(run.ToView(), lease, restart: true);
                deliver(new RunOrder(lease, run.ToSettings(), files.HasCheckpoint(run.Id), run.LastEpoch));
                return true;
            }

            return false;
        }
    }

    /// <summary>A trainer says that it is working on a run. False: not any more.</summary>
    /// <param name="bind">Notes that it does, before a cancel is passed on to it.</param>
    public async Task<bool> ClaimAsync(RunLease lease, Action bind, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var run = await db.Runs.Include(r => r.Epochs).FirstOrDefaultAsync(r => r.Id == lease.RunId, cancel);
            if (run is null || run.Fence != lease.Fence || run.State.IsEnded())
            {
                return false;
            }

            if (run.State == RunState.Queued)
            {
                // It came back before another trainer was found.
                run.State = RunState.Running;
                await db.SaveChangesAsync(cancel);
                board.Running(run.ToView(), lease, restart: false);
            }

            bind();
            // It may have been steered while nobody could tell it.
            trainers.Steer(lease, run.ToSteerOrder());
            if (run.CancelRequested)
            {
                trainers.Cancel(lease);
            }

            return true;
        }
    }

    /// <summary>Whether the lease is the one that counts.</summary>
    public async Task<bool> HoldsAsync(RunLease lease, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Runs.AnyAsync(
            r => r.Id == lease.RunId && r.Fence == lease.Fence && r.State == RunState.Running, cancel);
    }

    /// <summary>The trainer of a run is gone: the run waits again, before all others, unless this happens too often.</summary>
    /// <param name="forGood">The trainer may not come back to the run, even before another has it.</param>
    /// <param name="isHeld">Asked when nothing else can change any more: true leaves everything as it is.</param>
    public async Task LostAsync(RunLease lease, CancellationToken cancel, bool forGood = false, Func<bool>? isHeld = null)
    {
        using (await board.EnterAsync(cancel))
        {
            if (isHeld?.Invoke() == true)
            {
                return;
            }

            await using var db = await databases.CreateDbContextAsync(cancel);
            var run = await db.Runs.Include(r => r.Epochs).FirstOrDefaultAsync(r => r.Id == lease.RunId, cancel);
            if (run is { State: RunState.Running } && run.Fence == lease.Fence)
            {
                run.LossesInARow++;
                run.Fence += forGood ? 1 : 0;
                await ReturnAsync(db, run, cancel);
            }
        }

        dispatch.Wake();
    }

    /// <summary>The runs that a trainer ought to have.</summary>
    public async Task<IReadOnlyList<HeldRun>> RunningAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Runs.AsNoTracking()
            .Where(r => r.State == RunState.Running)
            .Select(r => new HeldRun(new RunLease(r.Id, r.Fence), r.CancelRequested, r.FreesAt))
            .ToListAsync(cancel);
    }

    /// <summary>Runs that wait in the database wait in the queue too.</summary>
    public async Task RequeueAsync(CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var waiting = await db.Runs.AsNoTracking().Where(r => r.State == RunState.Queued).Select(r => r.Id).ToListAsync(cancel);
            foreach (var id in waiting.Where(id => board.Find(id) is not { State: RunState.Queued, Position: not null }))
            {
                log.LogError("Run {Run} waits and did not stand in the queue; it is put there", id);
                var run = await db.Runs.Include(r => r.Epochs).FirstAsync(r => r.Id == id, cancel);
                board.Queued(run.ToView(), run.ToTicket());
                dispatch.Wake();
            }
        }
    }

    /// <summary>After a start of the site: waiting runs wait again, and running ones have lost their trainer, through no fault of theirs.</summary>
    public async Task RecoverAsync(CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var runs = await db.Runs.Include(r => r.Epochs)
                .Where(r => r.State == RunState.Queued || r.State == RunState.Running || r.State == RunState.Paused)
                .ToListAsync(cancel);
            board.Restore(
                await db.Runs.Where(r => r.State != RunState.Queued).MaxAsync(r => (long?)r.QueueRound, cancel) ?? 0,
                await db.Runs.MaxAsync(r => (long?)r.QueueSequence, cancel) ?? 0);
            foreach (var run in runs)
            {
                if (run.State == RunState.Queued)
                {
                    board.Queued(run.ToView(), run.ToTicket());
                }
                else if (run.State == RunState.Paused)
                {
                    board.Changed(run.ToView());
                }
                else
                {
                    await ReturnAsync(db, run, cancel);
                }
            }
        }

        dispatch.Wake();
    }

    private async Task ReturnAsync(SiteDb db, RunRecord run, CancellationToken cancel)
    {
        if (run.CancelRequested)
        {
            run.End(RunState.Cancelled, failure: null, time.GetUtcNow());
            await db.SaveChangesAsync(cancel);
            board.Changed(run.ToView());
            files.DeleteCheckpoints(run.Id);
            return;
        }

        if (run.PausedAt is not null)
        {
            RunPauses.Free(run);
            await db.SaveChangesAsync(cancel);
            board.Changed(run.ToView());
            return;
        }

        run.Interruptions++;
        if (run.LossesInARow >= options.Value.MaxAttempts)
        {
            await FailAsync(db, run, LostTooOften(run), cancel);
            return;
        }

        log.LogWarning("Run {Run} has lost its trainer and waits for another", run.Id);
        run.State = RunState.Queued;
        run.QueueRound = QueueTicket.FirstRound;
        await db.SaveChangesAsync(cancel);
        board.Queued(run.ToView(), run.ToTicket());
    }

    private async Task FailAsync(SiteDb db, RunRecord run, RunFailure failure, CancellationToken cancel)
    {
        log.LogWarning("Run {Run} has failed: {Reason}", run.Id, failure.Text);
        run.End(RunState.Failed, failure, time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        board.Changed(run.ToView());
        files.DeleteCheckpoints(run.Id);
    }

    private static RunFailure LostTooOften(RunRecord run) => new(
        RunFailureCodes.TrainerLostTooOften,
        $"The trainer was lost {run.LossesInARow} times in a row without finishing an epoch; see the site's log for why it ends.",
        run.Epochs.Count);

    private static RunFailure OtherData(RunRecord run, DataSetInfo data) => new(
        RunFailureCodes.Internal,
        $"The run began on another data set ({run.DataKind}) than the trainer has now ({data.Kind}); start it anew.",
        run.Epochs.Count);
}
