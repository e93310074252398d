using AslTutorial.Training.Contracts;
using Orleans.Concurrency;

namespace AslTutorial.Web.Runs;

/// <summary>
/// The one owner of the queue and the runs, on one of the nodes: all changes of runs and all trainers' reports go through it, one
/// at a time. Its memory can be rebuilt from the database.
/// </summary>
internal interface IFloorGrain : IGrainWithIntegerKey
{
    Task<RunStart> StartAsync(RunWish wish);

    Task<CancelOutcome> CancelAsync(string learner, Guid run);

    Task<RunChanged> ChangeAsync(string learner, Guid run, RunChange change);

    Task<DeleteOutcome> DeleteAsync(string learner, Guid run);

    /// <summary>Deletes all runs of a learner, including those still waiting or running.</summary>
    Task DeleteAllAsync(string learner);

    /// <summary>Those of the given runs that wait, run or ended a short while ago; others are only in the database.</summary>
    Task<List<RunView>> FindAsync(List<Guid> runs);

    /// <summary>A snapshot; later events are sent to the node under <paramref name="watch"/>. Null if none will come.</summary>
    Task<RunSnapshot?> WatchAsync(string node, long watch, Guid run);

    [OneWay]
    Task UnwatchAsync(string node, long watch);

    /// <summary>The next waiting run, for an idle trainer of a node; null if there is none.</summary>
    Task<RunOrder?> TakeAsync(TrainerOffer offer);

    /// <summary>A trainer says that it is working on a run. Null: the run is not its (any more).</summary>
    Task<ClaimedRun?> ClaimAsync(string node, RunLease lease, string keyName);

    /// <summary>A node has lost the trainer of a run.</summary>
    /// <param name="forGood">The trainer may not resume the run, even if no other trainer has it yet.</param>
    Task LostAsync(string node, RunLease lease, bool forGood);

    /// <summary>Await it before the next report: one-way messages could overtake each other.</summary>
    Task BatchAsync(RunLease lease, BatchProgress progress);

    Task<bool> EpochAsync(RunLease lease, EpochResult result, ConfusionMatrix confusion);

    Task<bool> SteeredAsync(RunLease lease, SteeredRun steered);

    Task<bool> EndAsync(RunLease lease, RunEnd end);
}

/// <summary>A training that a learner asks for; everything is checked except its place in the queue.</summary>
/// <param name="Id">Chosen by the caller, so that a repeated call starts only one run.</param>
/// <param name="RepeatOf">The run that it repeats; null if none.</param>
/// <param name="IsFresh">Compute it anew, even if the same order is being computed or has been.</param>
/// <param name="Group">The address group that shares turns in the queue; null: the learner alone.</param>
/// <param name="IsKnown">Whether the learner has been here before.</param>
internal sealed record RunWish(
    Guid Id, string Learner, string Lesson, TrainingSettings Settings, Guid? RepeatOf, bool IsFresh, string? Group, bool IsKnown);

/// <summary>An idle trainer.</summary>
/// <param name="KeyName">The name of the key that it was let in with.</param>
/// <param name="Program">The version of the trainer's program; null if it does not say.</param>
internal sealed record TrainerOffer(string Node, string KeyName, DeviceInfo Device, DataSetInfo Data, string? Program);

/// <summary>A run that its trainer still has; its steering may have changed while the trainer was unreachable.</summary>
internal sealed record ClaimedRun(SteerOrder Steering, bool IsCancelled);
