using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Runs;

/// <summary>
/// A computation and the runs that show it, as they are stored. Its place in the queue, its lease and its pause are the leader's;
/// what happens to it happens to all of them. Belongs to whoever holds the board's gate.
/// </summary>
internal sealed class Execution
{
    private readonly List<RunRecord> _followers;

    private Execution(RunRecord leader, List<RunRecord> followers) => (Leader, Epochs, _followers) = (leader, leader.Epochs, followers);

    public RunRecord Leader { get; private set; }

    /// <summary>Each run has rows of its own of them, with the same numbers.</summary>
    public IReadOnlyList<EpochRecord> Epochs { get; }

    public IReadOnlyList<RunRecord> Followers => _followers;

    public IEnumerable<RunRecord> All => _followers.Prepend(Leader);

    public bool IsShared => _followers.Count > 0;

    /// <summary>Null where no run leads it any more.</summary>
    public static async Task<Execution?> FindAsync(SiteDb db, Guid executionId, CancellationToken cancel)
    {
        var leader = await db.Runs.Include(r => r.Epochs).FirstOrDefaultAsync(r => r.ExecutionId == executionId && r.Leads, cancel);
        return leader is null ? null : new(leader, await Open(db.Runs, executionId).Where(r => !r.Leads).ToListAsync(cancel));
    }

    /// <summary>The runs that show what has not ended.</summary>
    public static IQueryable<RunRecord> Open(IQueryable<RunRecord> runs, Guid executionId) => runs
        .Where(r => r.ExecutionId == executionId && r.ComputedAt == null
            && (r.State == RunState.Queued || r.State == RunState.Running || r.State == RunState.Paused))
        .OrderBy(r => r.CreatedAt).ThenBy(r => r.Id);

    public void Add(RunRecord follower) => _followers.Add(follower);

    /// <summary>What has become of the leader becomes of all; to be called before it is saved.</summary>
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

    /// <summary>One run goes its own way, and the others stay: where it led, the oldest of them leads from now on.</summary>
    public void Release(RunRecord run)
    {
        if (run == Leader)
        {
            HandOver(_followers[0]);
        }

        _followers.Remove(run);
    }

    /// <summary>Another run leads from now on.</summary>
    public void HandOver(RunRecord next)
    {
        var before = Leader;
        (next.QueueRound, next.QueueSequence, next.Fence, next.LossesInARow, next.LastEpoch) =
            (before.QueueRound, before.QueueSequence, before.Fence, before.LossesInARow, before.LastEpoch);
        (next.Leads, before.Leads) = (true, false);
        _followers[_followers.IndexOf(next)] = before;
        Leader = next;
    }

    /// <summary>Tells those who stay that another has come or gone: who waits has the leader's place, and one alone is not shared.</summary>
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

    /// <summary>As they are shown, the leader's first.</summary>
    public IReadOnlyList<RunView> Views() => [.. All.Select(run => run.ToView(Epochs, IsShared))];
}
