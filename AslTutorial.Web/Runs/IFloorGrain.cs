using AslTutorial.Training.Contracts;
using Orleans.Concurrency;

namespace AslTutorial.Web.Runs;

/// <summary>
/// The one owner of the queue and of the runs, on whichever node it is: what changes a run comes through here, one change at a time,
/// and so do the trainers' reports. What it keeps in memory it has from the tables.
/// </summary>
internal interface IFloorGrain : IGrainWithIntegerKey
{
    Task<RunStart> StartAsync(RunWish wish);

    Task<CancelOutcome> CancelAsync(string learner, Guid run);

    Task<RunChanged> ChangeAsync(string learner, Guid run, RunChange change);

    Task<DeleteOutcome> DeleteAsync(string learner, Guid run);

    /// <summary>All of a learner's, those under way included.</summary>
    Task DeleteAllAsync(string learner);

    /// <summary>Those of the runs that wait, run, or ended a short while ago.</summary>
    Task<List<RunView>> FindAsync(List<Guid> runs);

    /// <summary>What comes to pass from now on is told to the node, under that number; null where nothing will.</summary>
    Task<RunSnapshot?> WatchAsync(string node, long watch, Guid run);

    [OneWay]
    Task UnwatchAsync(string node, long watch);

    /// <summary>The next run that waits, for an idle trainer of a node; null where there is none for it.</summary>
    Task<RunOrder?> TakeAsync(TrainerOffer offer);

    /// <summary>A trainer of a node says that it is working on a run. Null: not any more.</summary>
    Task<ClaimedRun?> ClaimAsync(string node, RunLease lease);

    /// <summary>The run's trainer, of that node, is gone.</summary>
    /// <param name="forGood">It may not come back to the run, even before another has it.</param>
    Task LostAsync(string node, RunLease lease, bool forGood);

    /// <summary>To be waited for: what is sent without an answer may be overtaken by the next.</summary>
    Task BatchAsync(RunLease lease, BatchProgress progress);

    Task<bool> EpochAsync(RunLease lease, EpochResult result, ConfusionMatrix confusion);

    Task<bool> SteeredAsync(RunLease lease, SteeredRun steered);

    Task<bool> EndAsync(RunLease lease, RunEnd end);
}

/// <summary>A training that somebody may have: all that can be said of it without the queue has been said.</summary>
/// <param name="Id">The run's, made by who asks: asked twice, it is one run.</param>
/// <param name="RepeatOf">The run that it repeats; null for none.</param>
/// <param name="IsFresh">Computed anew although it is being computed, or has been.</param>
/// <param name="Group">With whom it takes turns; null for the learner alone.</param>
/// <param name="IsKnown">Whether the learner was here before.</param>
internal sealed record RunWish(
    Guid Id, string Learner, string Lesson, TrainingSettings Settings, Guid? RepeatOf, bool IsFresh, string? Group, bool IsKnown);

/// <summary>A trainer that has nothing to do.</summary>
/// <param name="Program">The version of what it trains with; null where it does not say.</param>
internal sealed record TrainerOffer(string Node, DeviceInfo Device, DataSetInfo Data, string? Program);

/// <summary>A run that is its trainer's still, and how it is to go on: it may have been steered while nobody could tell it.</summary>
internal sealed record ClaimedRun(SteerOrder Steering, bool IsCancelled);
