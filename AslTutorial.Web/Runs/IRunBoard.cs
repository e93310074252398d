using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>
/// The queue and the live state of runs: all that the floor keeps in memory, on the node where it is. The queue's places are
/// executions'; what is announced is each run's that shows one.
/// </summary>
internal interface IRunBoard
{
    /// <summary>Executions that wait.</summary>
    int Waiting { get; }

    /// <summary>The execution that is served next.</summary>
    Guid? Next { get; }

    /// <summary>Lets one change happen at a time: store it, then announce it, then dispose.</summary>
    Task<IDisposable> EnterAsync(CancellationToken cancel);

    /// <summary>How many of a group wait.</summary>
    int WaitingOf(string group);

    /// <summary>The ticket a new execution will get.</summary>
    /// <param name="group">With whom it takes turns; null for the learner alone.</param>
    QueueTicket Issue(Guid executionId, string learnerId, string? group);

    /// <summary>Goes on, with nothing yet, where an earlier floor left off.</summary>
    void Restore(long servedRound, long lastSequence);

    /// <summary>An execution waits, with this ticket.</summary>
    /// <param name="views">Of the runs that show it.</param>
    void Queued(IReadOnlyList<RunView> views, QueueTicket ticket);

    /// <summary>A trainer has the execution. With <paramref name="restart"/>, the epoch that was not finished begins again.</summary>
    void Running(IReadOnlyList<RunView> views, RunLease lease, bool restart);

    /// <summary>Something else about an execution has changed, its end included: it does not wait.</summary>
    void Changed(IReadOnlyList<RunView> views);

    /// <summary>One run joins the others of its execution, and has what they have.</summary>
    void Joined(RunView view);

    /// <summary>Something about one run has changed that is none of its execution's: its name, or that it has left.</summary>
    void Told(RunView view);

    /// <summary>The run is no more.</summary>
    void Forget(Guid runId);

    /// <summary>Takes an execution out of the queue.</summary>
    void Dequeue(Guid executionId);

    void EpochDone(IReadOnlyList<RunView> views, EpochResult result);

    /// <summary>Whether the lease is the running one; the progress is announced only then.</summary>
    bool Batch(RunLease lease, BatchProgress progress);

    /// <summary>A run that is waiting, running, or ended a short while ago.</summary>
    RunView? Find(Guid runId);

    /// <summary>Any run that shows an execution under way.</summary>
    RunView? FindExecution(Guid executionId);

    /// <summary>Joins such a run; null when the board does not have it.</summary>
    RunSubscription? Watch(Guid runId, Action<RunEvent> onEvent);
}
