using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>
/// The queue and the live state of runs: all that is kept in memory, and the one thing that assumes a single web node.
/// Several nodes need another implementation of this; everybody else asks it or the store.
/// </summary>
internal interface IRunBoard
{
    int Waiting { get; }

    /// <summary>The run that is served next.</summary>
    Guid? Next { get; }

    /// <summary>Lets one change happen at a time: store it, then announce it, then dispose.</summary>
    Task<IDisposable> EnterAsync(CancellationToken cancel);

    /// <summary>How many of a group wait.</summary>
    int WaitingOf(string group);

    /// <summary>The ticket a new run will get.</summary>
    /// <param name="group">With whom it takes turns; null for the learner alone.</param>
    QueueTicket Issue(Guid runId, string learnerId, string? group);

    /// <summary>Goes on where an earlier process left off.</summary>
    void Restore(long servedRound, long lastSequence);

    /// <summary>The run waits, with this ticket.</summary>
    void Queued(RunView view, QueueTicket ticket);

    /// <summary>A trainer has the run. With <paramref name="restart"/>, the epoch that was not finished begins again.</summary>
    void Running(RunView view, RunLease lease, bool restart);

    /// <summary>Something else about the run has changed, its end included.</summary>
    void Changed(RunView view);

    /// <summary>The run is no more.</summary>
    void Forget(Guid runId);

    void EpochDone(RunView view, EpochResult result);

    /// <summary>Whether the lease is the running one; the progress is announced only then.</summary>
    bool Batch(RunLease lease, BatchProgress progress);

    /// <summary>A run that is waiting, running, or ended a short while ago.</summary>
    RunView? Find(Guid runId);

    /// <summary>Joins such a run; null when the board does not have it.</summary>
    RunSubscription? Watch(Guid runId, Action<RunEvent> onEvent);
}
