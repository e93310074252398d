using AslTutorial.Training.Contracts;
using AslTutorial.Web.Health;
using AslTutorial.Web.Hosting.Logs;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Retention;

namespace AslTutorial.Web.Operate;

/// <summary>The state of the site for its operator.</summary>
/// <param name="Runs">Running, paused and waiting runs in the queue's order, then those that ended last.</param>
/// <param name="Visitors">Visitors of the last hour.</param>
/// <param name="Faults">The newest first.</param>
public sealed record OperateState(
    DateTimeOffset At,
    bool IsReadOnly,
    IReadOnlyList<TrainerHealth> Trainers,
    int Waiting,
    IReadOnlyList<OperatedRun> Runs,
    IReadOnlyList<OperateVisitor> Visitors,
    IReadOnlyList<OperateBlock> Blocks,
    StorageUse Storage,
    IReadOnlyList<StorageFault> StorageFaults,
    IReadOnlyList<LastFault> Faults);

/// <param name="Group">The masked address it was ordered from; null after its end.</param>
public sealed record OperatedRun(
    Guid Id, string Lesson, RunState State, ModelKind Model, int EpochsDone, int EpochsWanted, int? Position, string? Group, DateTimeOffset CreatedAt, string? Failure);

/// <param name="Address">The real address if requested; else its mask, which stays the same until the site restarts.</param>
public sealed record OperateVisitor(string Address, int Learners, long Requests, long Refused, DateTimeOffset LastSeen, bool IsBlocked);

/// <param name="Address">As in <see cref="OperateVisitor"/>.</param>
public sealed record OperateBlock(string Address, DateTimeOffset Until);
