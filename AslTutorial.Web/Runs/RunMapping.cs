using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Runs;

/// <summary>Converts between stored records and the views shown.</summary>
internal static class RunMapping
{
    public static RunRecord NewRecord(Guid id, string learnerId, string lesson, TrainingSettings settings, Guid? repeatOf, string? group, DateTimeOffset now, bool isFresh) => new()
    {
        Id = id,
        ExecutionId = id,
        OrderKey = OrderKey.Of(settings),
        IsFresh = isFresh,
        LearnerId = learnerId,
        Lesson = lesson,
        State = RunState.Queued,
        Model = settings.Model,
        EpochsWanted = settings.Epochs,
        BatchSize = settings.BatchSize,
        LearningRate = settings.LearningRate,
        Seed = settings.Seed,
        TrainLimit = settings.TrainLimit,
        Recipe = settings.Recipe,
        Steering = settings.Steering,
        RepeatOf = repeatOf,
        KernelSize = settings.Cnn?.KernelSize,
        Dropout = settings.Cnn?.Dropout,
        HeadDropout = settings.Cnn?.HeadDropout,
        QueueGroup = group,
        CreatedAt = now,
    };

    /// <summary>Without the place in the queue, which only the board knows. The record's epochs must be loaded.</summary>
    public static RunView ToView(this RunRecord run) => run.ToView(run.Epochs, isShared: false);

    /// <param name="isShared">Whether other runs show the same execution.</param>
    public static RunView ToView(this RunRecord run, IEnumerable<EpochRecord> epochs, bool isShared) => new(
        run.Id,
        run.Lesson,
        run.State,
        run.ToSettings(),
        Position: null,
        run.FailureCode is null ? null : new RunFailure(run.FailureCode, run.FailureText ?? "", run.FailureEpoch, run.FailureBatch),
        [.. epochs.OrderBy(e => e.Epoch).Select(ToResult)],
        run.CreatedAt,
        run.StartedAt,
        run.EndedAt,
        run.Device,
        run.DataKind is null ? null : new DataSetInfo(run.DataKind, run.DataTrainRows, run.DataValidRows, run.DataDigest ?? ""),
        run.Interruptions,
        run.HasWeights,
        run.ToHelm(),
        run.RepeatOf,
        run.Name,
        run.Note)
    {
        ExecutionId = run.ExecutionId,
        IsShared = isShared,
        TrunkId = run.TrunkId,
        TrunkEpochs = run.TrunkEpochs,
        Replay = run is { ComputedAt: { } computed, ComputedSeconds: { } seconds } ? new(computed, seconds, run.State.IsEnded()) : null,
    };

    public static TrainingSettings ToSettings(this RunRecord run) =>
        new(run.Model, run.EpochsWanted, run.BatchSize, run.LearningRate, run.Seed, run.TrainLimit, run.Recipe, run.ToCnn(), run.Steering);

    private static RunHelm? ToHelm(this RunRecord run) =>
        new RunHelm(run.PausedAt is not null, run.FreesAt, run.PendingRate, run.StopRequested) is var helm && helm != new RunHelm() ? helm : null;

    private static CnnOptions? ToCnn(this RunRecord run) =>
        run is { KernelSize: { } kernel, Dropout: { } dropout, HeadDropout: { } headDropout } ? new(kernel, dropout, headDropout) : null;

    public static QueueTicket ToTicket(this RunRecord run) => new(run.QueueRound, run.QueueSequence, run.ExecutionId, run.LearnerId, run.QueueGroup);

    /// <summary>Whether nobody has steered the run or asked to.</summary>
    public static bool IsUnsteered(this RunRecord run) =>
        run is { OrderKey: not null, PausedAt: null, PendingRate: null, StopRequested: false, LastEpoch: null, CancelRequested: false };

    public static RunLease ToLease(this RunRecord run) => new(run.ExecutionId, run.Fence);

    public static void Take(this RunRecord run, QueueTicket ticket) => (run.QueueRound, run.QueueSequence) = (ticket.Round, ticket.Sequence);

    public static bool IsEnded(this RunState state) => state is not (RunState.Queued or RunState.Running or RunState.Paused);

    public static void End(this RunRecord run, RunState state, RunFailure? failure, DateTimeOffset now)
    {
        run.State = state;
        run.EndedAt = now;
        run.QueueGroup = null;
        run.PausedAt = run.FreesAt = null;
        run.PendingRate = null;
        run.StopRequested = false;
        run.FailureCode = failure?.Code;
        run.FailureText = failure?.Text;
        run.FailureEpoch = failure?.Epoch;
        run.FailureBatch = failure?.Batch;
    }

    public static EpochRecord ToRecord(this EpochResult e, Guid runId) => new()
    {
        RunId = runId,
        Epoch = e.Epoch,
        TrainLossSum = e.TrainLossSum,
        TrainLoss = e.TrainLoss,
        TrainAccuracy = e.TrainAccuracy,
        ValidLossSum = e.ValidLossSum,
        ValidLoss = e.ValidLoss,
        ValidAccuracy = e.ValidAccuracy,
        Seconds = e.Seconds,
        TrainSeconds = e.TrainSeconds,
        Device = e.Device,
    };

    public static EpochResult ToResult(this EpochRecord e) => new(
        e.Epoch,
        e.TrainLossSum,
        e.TrainLoss,
        e.TrainAccuracy,
        e.ValidLossSum,
        e.ValidLoss,
        e.ValidAccuracy,
        e.Seconds,
        e.TrainSeconds,
        e.Device);
}
