using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Persistence;

/// <summary>A run as it is stored.</summary>
internal sealed class RunRecord
{
    public const int MaxNameLength = 80;
    public const int MaxNoteLength = 2_000;

    public Guid Id { get; init; }

    /// <summary>The computation that it shows: what trainers, leases, the queue and the files know it by. At first it is the run's own id.</summary>
    public Guid ExecutionId { get; set; }

    /// <summary>Whether the execution's place, lease and pause are this record's: of the runs that show an execution, one leads.</summary>
    public bool Leads { get; set; } = true;

    /// <summary>What makes two orders the same; null where it is being steered, or where it is not known what has come of that.</summary>
    public string? OrderKey { get; set; }

    /// <summary>Whether it is to be computed anew although that has been done.</summary>
    public bool IsFresh { get; init; }

    /// <summary>The version of the program that trains it; null where there were several, or a trainer does not say.</summary>
    public string? Program { get; set; }

    /// <summary>When what it replays was computed; null where it was computed for this run, or is being.</summary>
    public DateTimeOffset? ComputedAt { get; set; }

    /// <summary>How long that took.</summary>
    public double? ComputedSeconds { get; set; }

    /// <summary>The execution that it was steered away from: the files of its epochs before <see cref="TrunkEpochs"/> are there.</summary>
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

    /// <summary>The learner's own functions; null where the lesson's train.</summary>
    public TrainingRecipe? Recipe { get; init; }

    /// <summary>How the learning rate was changed, or is to be; null where it stays.</summary>
    public RunSteering? Steering { get; set; }

    /// <summary>This and the next two: what the learner changed in the CNN; all null where nothing.</summary>
    public int? KernelSize { get; init; }

    public double? Dropout { get; init; }

    public double? HeadDropout { get; init; }

    /// <summary>Order in the queue, first part: the learner's turn; 0 for a run that lost its trainer and goes first.</summary>
    public long QueueRound { get; set; }

    /// <summary>Order in the queue, second part: who came first.</summary>
    public long QueueSequence { get; set; }

    /// <summary>With whom it takes turns in the queue, masked: the callers of one address; null for nobody, and once it has ended.</summary>
    public string? QueueGroup { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Raised at each hand-out to a trainer; reports with a lower one are refused.</summary>
    public long Fence { get; set; }

    /// <summary>The owner wants it to end; the trainer has not said yet that it has.</summary>
    public bool CancelRequested { get; set; }

    /// <summary>A learning rate that no trainer has taken yet.</summary>
    public double? PendingRate { get; set; }

    /// <summary>The owner wants it completed with the epoch that is under way.</summary>
    public bool StopRequested { get; set; }

    /// <summary>The epoch that it is to be completed with, as its trainer has said; null for the last that was wanted.</summary>
    public int? LastEpoch { get; set; }

    /// <summary>Null where it is not paused.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>When it lets its trainer go; null where it is not paused, or has none any more.</summary>
    public DateTimeOffset? FreesAt { get; set; }

    /// <summary>This and the next: the batch before which its trainer has paused it.</summary>
    public int? PausedEpoch { get; set; }

    public int? PausedBatch { get; set; }

    /// <summary>The run whose settings it was started with, to repeat it.</summary>
    public Guid? RepeatOf { get; init; }

    public string? Name { get; set; }

    public string? Note { get; set; }

    public int Interruptions { get; set; }

    /// <summary>Trainers lost since the last epoch that was stored.</summary>
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
