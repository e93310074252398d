using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Runs;

/// <summary>Changes runs as their owners want: at once where no trainer has them, else by an order to it.</summary>
internal sealed class RunChanging(
    IDbContextFactory<SiteDb> databases, IRunBoard board, RunPauses pauses, ITrainerOrders trainers, IDispatchSignal dispatch)
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

            run!.Name = Kept(run.Name, change.Name);
            run.Note = Kept(run.Note, change.Note);
            Steer(run, change);
            await db.SaveChangesAsync(cancel);
            Announce(run, change.Steers);
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

        if (change.Steers && run.State.IsEnded())
        {
            return new RunChanged.Ended();
        }

        return change.LearningRate is not null && run.Steering?.Rates.Count >= TrainingLimits.MaxRateChanges
            ? new RunChanged.Invalid([new("learningRate", $"learningRate has been changed {TrainingLimits.MaxRateChanges} times, which is the most")])
            : null;
    }

    private static string? Kept(string? before, string? wanted) => wanted is null ? before : wanted.Trim() is { Length: > 0 } text ? text : null;

    private void Steer(RunRecord run, RunChange change)
    {
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
                var ticket = board.Issue(run.Id, run.LearnerId, run.QueueGroup);
                (run.State, run.QueueRound, run.QueueSequence) = (RunState.Queued, ticket.Round, ticket.Sequence);
            }
        }
    }

    private void Announce(RunRecord run, bool steers)
    {
        if (run.State == RunState.Queued)
        {
            board.Queued(run.ToView(), run.ToTicket());
            dispatch.Wake();
            return;
        }

        board.Changed(run.ToView());
        if (steers && run.State == RunState.Running)
        {
            trainers.Steer(new RunLease(run.Id, run.Fence), run.ToSteerOrder());
        }
    }
}
