using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Runs;

/// <summary>Gives executions to trainers and takes them back.</summary>
internal sealed class RunLeases(
    IDbContextFactory<SiteDb> databases,
    RunBoard board,
    RunFiles files,
    SameOrders same,
    IDispatchSignal dispatch,
    IOptions<RunOptions> options,
    TimeProvider time,
    ILogger<RunLeases> log)
{
    /// <summary>Takes the next waiting execution for a trainer; null when none waits.</summary>
    public async Task<RunOrder?> HandOutAsync(TrainerOffer offer, CancellationToken cancel)
    {
        var (data, program) = (offer.Data, offer.Program);
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            while (board.Next is { } id)
            {
                if (await Execution.FindAsync(db, id, cancel) is not { Leader: { State: RunState.Queued } run } execution)
                {
                    log.LogError("Run {Run} stood in the queue and does not wait, as the database has it; it is taken out", id);
                    board.Dequeue(id);
                    continue;
                }

                if (run.Epochs.Count > 0 && run.DataDigest != data.Digest)
                {
                    await FailAsync(db, execution, OtherData(run, data), cancel);
                    continue;
                }

                if (await same.ReplayAsync(db, execution, data.Digest, program, cancel))
                {
                    continue;
                }

                var hasCheckpoint = await files.HasCheckpointAsync(run.ExecutionId, cancel);
                Lend(run, offer);
                execution.Mirror();
                await db.SaveChangesAsync(cancel);

                board.Running(execution.Views(), run.ToLease(), restart: true);
                return new RunOrder(run.ToLease(), run.ToSettings(), hasCheckpoint, run.LastEpoch);
            }

            return null;
        }
    }

    /// <summary>A trainer says that it is working on a run. Null: the run is not its (any more).</summary>
    public async Task<ClaimedRun?> ClaimAsync(RunLease lease, string keyName, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            if (await Execution.FindAsync(db, lease.RunId, cancel) is not { Leader: var run } execution
                || run.Fence != lease.Fence || run.HolderKey != keyName || run.State.IsEnded())
            {
                return null;
            }

            if (run.State == RunState.Queued)
            {
                // The trainer came back before another one took the run.
                run.State = RunState.Running;
                execution.Mirror();
                await db.SaveChangesAsync(cancel);
                board.Running(execution.Views(), lease, restart: false);
            }

            return new ClaimedRun(run.ToSteerOrder(), run.CancelRequested);
        }
    }

    /// <summary>The name of the key whose trainer was given the lease; null if nobody was, or if it is not the current one.</summary>
    public async Task<string?> HolderKeyAsync(RunLease lease, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Runs.Where(r => r.ExecutionId == lease.RunId && r.Leads && r.Fence == lease.Fence).Select(r => r.HolderKey).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Whether the lease is the current one.</summary>
    /// <param name="epoch">An epoch that the run must have.</param>
    public async Task<bool> HoldsAsync(RunLease lease, CancellationToken cancel, int epoch = EpochNumber.Untrained)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Runs.AnyAsync(
            r => r.ExecutionId == lease.RunId && r.Leads && r.Fence == lease.Fence && r.State == RunState.Running && r.EpochsWanted > epoch, cancel);
    }

    /// <summary>A run has lost its trainer: it goes to the front of the queue, or fails after too many losses.</summary>
    /// <param name="forGood">The trainer may not resume the run, even if no other trainer has it yet.</param>
    /// <param name="isHeld">Called inside the gate; true means that a trainer has the run again, and nothing is changed.</param>
    public async Task LostAsync(RunLease lease, CancellationToken cancel, bool forGood = false, Func<bool>? isHeld = null)
    {
        using (await board.EnterAsync(cancel))
        {
            if (isHeld?.Invoke() == true)
            {
                return;
            }

            await using var db = await databases.CreateDbContextAsync(cancel);
            if (await Execution.FindAsync(db, lease.RunId, cancel) is { Leader: { State: RunState.Running } run } execution && run.Fence == lease.Fence)
            {
                run.LossesInARow++;
                (run.Fence, run.HolderKey) = forGood ? (run.Fence + 1, null) : (run.Fence, run.HolderKey);
                await ReturnAsync(db, execution, cancel);
            }
        }

        dispatch.Wake();
    }

    /// <summary>The runs that trainers should be working on.</summary>
    public async Task<IReadOnlyList<HeldRun>> RunningAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Runs.AsNoTracking()
            .Where(r => r.State == RunState.Running && r.Leads)
            .Select(r => new HeldRun(new RunLease(r.ExecutionId, r.Fence), r.CancelRequested, r.FreesAt))
            .ToListAsync(cancel);
    }

    /// <summary>Repairs the queue: adds runs that the database says are waiting and the board does not have.</summary>
    public async Task RequeueAsync(CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var waiting = await db.Runs.AsNoTracking().Where(r => r.State == RunState.Queued && r.Leads)
                .Select(r => new { r.Id, r.ExecutionId }).ToListAsync(cancel);
            foreach (var run in waiting.Where(run => board.Find(run.Id) is not { State: RunState.Queued, Position: not null }))
            {
                if (await Execution.FindAsync(db, run.ExecutionId, cancel) is { } execution)
                {
                    log.LogError("Run {Run} waits and did not stand in the queue; it is put there", run.Id);
                    board.Queued(execution.Views(), execution.Leader.ToTicket());
                    dispatch.Wake();
                }
            }
        }
    }

    /// <summary>After a start of the site: queues waiting runs again, and running ones too, as their trainers are gone.</summary>
    /// <param name="areHeld">Only the floor restarted: trainers may still have their runs, which is checked later.</param>
    public async Task RecoverAsync(bool areHeld, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var (served, last, open) = await ReadAsync(db, cancel);
            board.Restore(served, last);
            foreach (var id in open)
            {
                if (await Execution.FindAsync(db, id, cancel) is { } execution)
                {
                    await RecoverAsync(db, execution, areHeld, cancel);
                }
            }
        }

        dispatch.Wake();
    }

    /// <summary>
    /// Reads what <see cref="RecoverAsync(bool, CancellationToken)"/> reads and changes nothing. What it needs is then compiled: a node that
    /// has to take over the queue does so at once.
    /// </summary>
    public async Task RehearseAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (served, last, open) = await ReadAsync(db, cancel);
        using var board = new RunBoard();
        board.Restore(served, last);
        // Nobody's run, where none is open: it is the query that counts.
        foreach (var id in open.DefaultIfEmpty(Guid.Empty))
        {
            if (await Execution.FindAsync(db, id, cancel) is { } execution)
            {
                board.Running(execution.Views(), execution.Leader.ToLease(), restart: false);
            }
        }
    }

    private static async Task<(long Served, long LastSequence, List<Guid> Open)> ReadAsync(SiteDb db, CancellationToken cancel) => (
        await db.Runs.Where(r => r.State != RunState.Queued).MaxAsync(r => (long?)r.QueueRound, cancel) ?? 0,
        await db.Runs.MaxAsync(r => (long?)r.QueueSequence, cancel) ?? 0,
        await db.Runs.AsNoTracking()
            .Where(r => r.Leads && (r.State == RunState.Queued || r.State == RunState.Running || r.State == RunState.Paused))
            .Select(r => r.ExecutionId)
            .ToListAsync(cancel));

    private async Task RecoverAsync(SiteDb db, Execution execution, bool areHeld, CancellationToken cancel)
    {
        switch (execution.Leader.State)
        {
            case RunState.Queued:
                board.Queued(execution.Views(), execution.Leader.ToTicket());
                break;
            case RunState.Paused:
                board.Changed(execution.Views());
                break;
            case RunState.Running when areHeld:
                board.Running(execution.Views(), execution.Leader.ToLease(), restart: false);
                break;
            default:
                await ReturnAsync(db, execution, cancel);
                break;
        }
    }

    private void Lend(RunRecord run, TrainerOffer offer)
    {
        var (device, data, program) = (offer.Device, offer.Data, offer.Program);
        run.TakeWishes();
        run.State = RunState.Running;
        run.Fence++;
        run.HolderKey = offer.KeyName;
        run.StartedAt ??= time.GetUtcNow();
        run.Device = device.Name;
        // Trained by two program versions, it can equal no other order: null matches none.
        run.Program = run.Epochs.Count == 0 || run.Program == program ? program : null;
        (run.DataKind, run.DataTrainRows, run.DataValidRows, run.DataDigest) = (data.Kind, data.TrainRows, data.ValidRows, data.Digest);
    }

    private async Task ReturnAsync(SiteDb db, Execution execution, CancellationToken cancel)
    {
        var run = execution.Leader;
        if (run.CancelRequested)
        {
            await EndAsync(db, execution, RunState.Cancelled, failure: null, cancel);
            return;
        }

        if (run.PausedAt is not null)
        {
            RunPauses.Free(run);
            await db.SaveChangesAsync(cancel);
            board.Changed(execution.Views());
            return;
        }

        run.Interruptions++;
        if (run.LossesInARow >= options.Value.MaxAttempts)
        {
            await FailAsync(db, execution, LostTooOften(run), cancel);
            return;
        }

        log.LogWarning("Run {Run} has lost its trainer and waits for another", run.ExecutionId);
        run.State = RunState.Queued;
        run.QueueRound = QueueTicket.FirstRound;
        execution.Mirror();
        await db.SaveChangesAsync(cancel);
        board.Queued(execution.Views(), run.ToTicket());
    }

    private Task FailAsync(SiteDb db, Execution execution, RunFailure failure, CancellationToken cancel)
    {
        log.LogWarning("Run {Run} has failed: {Reason}", execution.Leader.ExecutionId, failure.Text);
        return EndAsync(db, execution, RunState.Failed, failure, cancel);
    }

    private async Task EndAsync(SiteDb db, Execution execution, RunState state, RunFailure? failure, CancellationToken cancel)
    {
        execution.Leader.End(state, failure, time.GetUtcNow());
        execution.Mirror();
        await db.SaveChangesAsync(cancel);
        board.Changed(execution.Views());
        await files.DeleteCheckpointsAsync(execution.Leader.ExecutionId, cancel);
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
