using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Runs;

/// <summary>
/// A computation and the stored runs that show it. Queue place, lease and pause are stored with the leading run; the others
/// mirror it. Only to be used while holding the board's gate.
/// </summary>
internal sealed class Execution
{
    private readonly List<RunRecord> _followers;

    private Execution(RunRecord leader, List<RunRecord> followers) => (Leader, Epochs, _followers) = (leader, leader.Epochs, followers);

    public RunRecord Leader { get; private set; }

    /// <summary>The leader's. Every other run has its own copies of these rows, with the same numbers.</summary>
    public IReadOnlyList<EpochRecord> Epochs { get; }

    public IReadOnlyList<RunRecord> Followers => _followers;

    public IEnumerable<RunRecord> All => _followers.Prepend(Leader);

    public bool IsShared => _followers.Count > 0;

    /// <summary>Null if no run leads the execution any more.</summary>
    public static async Task<Execution?> FindAsync(SiteDb db, Guid executionId, CancellationToken cancel)
    {
        var leader = await db.Runs.Include(r => r.Epochs).FirstOrDefaultAsync(r => r.ExecutionId == executionId && r.Leads, cancel);
        return leader is null ? null : new(leader, await Open(db.Runs, executionId).Where(r => !r.Leads).ToListAsync(cancel));
    }

    /// <summary>The runs that show this execution and have not ended.</summary>
    public static IQueryable<RunRecord> Open(IQueryable<RunRecord> runs, Guid executionId) => runs
        .Where(r => r.ExecutionId == executionId && r.ComputedAt == null
            && (r.State == RunState.Queued || r.State == RunState.Running || r.State == RunState.Paused))
        .OrderBy(r => r.CreatedAt).ThenBy(r => r.Id);

    public void Add(RunRecord follower) => _followers.Add(follower);

    /// <summary>Copies the leader's state to the other runs; call it before saving.</summary>
    public void Mirror()
    {
        foreach (var run in _followers)
        {
            (run.State, run.StartedAt, run.EndedAt, run.Interruptions, run.HasWeights) =
                (Leader.State, Leader.StartedAt, Leader.EndedAt, Leader.Interruptions, Leader.HasWeights);
            (run.Device, run.Program, run.OrderKey, run.Steering) = (Leader.Device, Leader.Program, Leader.OrderKey, Leader.Steering);
            (run.DataKind, run.DataTrainRows, run.DataValidRows, run.DataDigest) =
                (Leader.DataKind, Leader.DataTrainRows, Leader.DataValidRows, Leader.DataDigest);
            (run.FailureCode, run.FailureText, run.FailureEpoch, run.FailureBatch) =
                (Leader.FailureCode, Leader.FailureText, Leader.FailureEpoch, Leader.FailureBatch);
            if (run.State.IsEnded())
            {
                run.QueueGroup = null;
            }
        }
    }

    /// <summary>Takes one run out of the execution. If it led, the oldest of the others leads from now on.</summary>
    public void Release(RunRecord run)
    {
        if (run == Leader)
        {
            HandOver(_followers[0]);
        }

        _followers.Remove(run);
    }

    /// <summary>Makes another run the leader, with the queue place and lease of the old one.</summary>
    public void HandOver(RunRecord next)
    {
        var before = Leader;
        (next.QueueRound, next.QueueSequence, next.LossesInARow, next.LastEpoch) =
            (before.QueueRound, before.QueueSequence, before.LossesInARow, before.LastEpoch);
        (next.Fence, next.HolderKey) = (before.Fence, before.HolderKey);
        (next.Leads, before.Leads) = (true, false);
        _followers[_followers.IndexOf(next)] = before;
        Leader = next;
    }

    /// <summary>After a run came or left: the others may have a new place in the queue, or be shared no longer.</summary>
    public void Announce(RunBoard board)
    {
        if (Leader.State == RunState.Queued)
        {
            board.Queued(Views(), Leader.ToTicket());
        }
        else if (_followers.Count <= 1)
        {
            board.Changed(Views());
        }
    }

    /// <summary>The leader's first.</summary>
    public IReadOnlyList<RunView> Views() => [.. All.Select(run => run.ToView(Epochs, IsShared))];
}
