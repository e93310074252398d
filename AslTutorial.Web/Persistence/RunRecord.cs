using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Persistence;

/// <summary>A stored run.</summary>
internal sealed class RunRecord
{
    public const int MaxNameLength = 80;
    public const int MaxNoteLength = 2_000;

    public Guid Id { get; init; }

    /// <summary>The computation that it shows, as trainers, leases, queue and files know it. At first the run's own id.</summary>
    public Guid ExecutionId { get; set; }

    /// <summary>Whether this record holds the execution's queue place, lease and pause. At most one run leads.</summary>
    public bool Leads { get; set; } = true;

    /// <summary>Equal for runs of the same order; null once the run is steered, until it has completed.</summary>
    public string? OrderKey { get; set; }

    /// <summary>Compute it anew, even if the same order has been computed.</summary>
    public bool IsFresh { get; init; }

    /// <summary>The version of the trainer's program; null if there were several or the trainer does not say.</summary>
    public string? Program { get; set; }

    /// <summary>Only for a replay: when the original was computed.</summary>
    public DateTimeOffset? ComputedAt { get; set; }

    /// <summary>Only for a replay: how long the original took.</summary>
    public double? ComputedSeconds { get; set; }

    /// <summary>The execution it was forked from; the files of its first <see cref="TrunkEpochs"/> epochs are there.</summary>
    public Guid? TrunkId { get; set; }

    public int TrunkEpochs { get; set; }

    public required string LearnerId { get; init; }

    /// <summary>The slug of the lesson whose panel started it.</summary>
    public required string Lesson { get; init; }

    public RunState State { get; set; }

    public ModelKind Model { get; init; }

    public int EpochsWanted { get; init; }

    public int BatchSize { get; init; }

    public double LearningRate { get; init; }

    public long Seed { get; init; }

    public int? TrainLimit { get; init; }

    /// <summary>The learner's own functions; null for the lesson's.</summary>
    public TrainingRecipe? Recipe { get; init; }

    /// <summary>Past and planned changes of the learning rate; null for none.</summary>
    public RunSteering? Steering { get; set; }

    /// <summary>This and the next two: the learner's changes of the CNN; all null for none.</summary>
    public int? KernelSize { get; init; }

    public double? Dropout { get; init; }

    public double? HeadDropout { get; init; }

    /// <summary>First key of the queue's order: the learner's turn; 0 for a run that lost its trainer and goes first.</summary>
    public long QueueRound { get; set; }

    /// <summary>Second key of the queue's order: who came first.</summary>
    public long QueueSequence { get; set; }

    /// <summary>The masked address whose callers share turns in the queue; null for none, and after the end.</summary>
    public string? QueueGroup { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Incremented at each hand-out to a trainer; reports with a lower fence are refused.</summary>
    public long Fence { get; set; }

    /// <summary>The name of the key whose trainer has the lease with this fence; null if nobody has it.</summary>
    public string? HolderKey { get; set; }

    /// <summary>The owner has cancelled it, but the trainer has not yet said that it stopped.</summary>
    public bool CancelRequested { get; set; }

    /// <summary>A learning rate that no trainer has applied yet.</summary>
    public double? PendingRate { get; set; }

    /// <summary>The owner wants it completed after the current epoch.</summary>
    public bool StopRequested { get; set; }

    /// <summary>The epoch to complete it with, as its trainer has reported; null: all epochs wanted.</summary>
    public int? LastEpoch { get; set; }

    /// <summary>Null if it is not paused.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>When a paused run gives up its trainer; null if it is not paused or has no trainer any more.</summary>
    public DateTimeOffset? FreesAt { get; set; }

    /// <summary>This and the next: the trainer has paused before this batch.</summary>
    public int? PausedEpoch { get; set; }

    public int? PausedBatch { get; set; }

    /// <summary>The run that it repeats.</summary>
    public Guid? RepeatOf { get; init; }

    public string? Name { get; set; }

    public string? Note { get; set; }

    public int Interruptions { get; set; }

    /// <summary>Losses of a trainer since the last stored epoch.</summary>
    public int LossesInARow { get; set; }

    public string? FailureCode { get; set; }

    public string? FailureText { get; set; }

    public int? FailureEpoch { get; set; }

    public int? FailureBatch { get; set; }

    public string? Device { get; set; }

    public string? DataKind { get; set; }

    public int DataTrainRows { get; set; }

    public int DataValidRows { get; set; }

    public string? DataDigest { get; set; }

    public bool HasWeights { get; set; }

    public List<EpochRecord> Epochs { get; init; } = [];
}
