using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Runs;

/// <summary>Starts runs: joins the same order, replays it, or queues the run.</summary>
internal sealed class RunStarting(
    IDbContextFactory<SiteDb> databases, RunBoard board, SameOrders same, IDispatchSignal dispatch, IOptions<RunOptions> options, TimeProvider time)
{
    private const int NewcomersLeave = 4;
    private const int GroupHas = 2;

    public async Task<RunStart> StartAsync(RunWish wish, CancellationToken cancel)
    {
        using (await board.EnterAsync(cancel))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            if (await db.Runs.AsNoTracking().Include(r => r.Epochs).FirstOrDefaultAsync(r => r.Id == wish.Id, cancel) is { } known)
            {
                // A repeated call: the floor was lost before it could answer the first.
                return new RunStart.Accepted(board.Find(known.Id) ?? known.ToView());
            }

            var active = await db.Runs.CountAsync(
                r => r.LearnerId == wish.Learner && (r.State == RunState.Queued || r.State == RunState.Running || r.State == RunState.Paused), cancel);
            if (active >= options.Value.PerLearner)
            {
                return new RunStart.OverQuota(options.Value.PerLearner, QueueFull: false);
            }

            var now = time.GetUtcNow();
            var run = RunMapping.NewRecord(
                wish.Id, wish.Learner, wish.Lesson, wish.Settings, wish.RepeatOf, wish.Group, now, wish.IsFresh);
            if (!wish.IsFresh && await same.TryShareAsync(db, run, cancel))
            {
                return new RunStart.Accepted(board.Find(run.Id)!);
            }

            // Nobody fills the queue alone: one address gets at most half, and a quarter is reserved for learners who were here before.
            if (board.Waiting >= (wish.IsKnown ? options.Value.Queue : options.Value.Queue - (options.Value.Queue / NewcomersLeave))
                || (wish.Group is not null && board.WaitingOf(wish.Group) >= Math.Max(1, options.Value.Queue / GroupHas)))
            {
                return new RunStart.OverQuota(options.Value.Queue, QueueFull: true);
            }

            var ticket = board.Issue(run.ExecutionId, wish.Learner, wish.Group);
            run.Take(ticket);
            db.Runs.Add(run);
            await db.SaveChangesAsync(cancel);
            board.Queued([run.ToView()], ticket);
            // Before the dispatcher can take it, so that the answer has its place in the queue.
            var accepted = new RunStart.Accepted(board.Find(run.Id)!);
            dispatch.Wake();
            return accepted;
        }
    }
}
