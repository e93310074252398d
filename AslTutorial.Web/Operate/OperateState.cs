using AslTutorial.Training.Contracts;
using AslTutorial.Web.Health;
using AslTutorial.Web.Hosting.Logs;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Retention;

namespace AslTutorial.Web.Operate;

/// <summary>How the site is, as its operator sees it.</summary>
/// <param name="Runs">Those that run, pause or wait, in the queue's order, then the last that ended.</param>
/// <param name="Visitors">Who asked in the last hour.</param>
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

/// <param name="Group">The masked address that it was ordered from, while it waits.</param>
public sealed record OperatedRun(
    Guid Id, string Lesson, RunState State, ModelKind Model, int EpochsDone, int EpochsWanted, int? Position, string? Group, DateTimeOffset CreatedAt, string? Failure);

/// <param name="Address">The address where it was asked for; else its mask, which means the same address until the site starts again.</param>
public sealed record OperateVisitor(string Address, int Learners, long Requests, long Refused, DateTimeOffset LastSeen, bool IsBlocked);

/// <param name="Address">As in <see cref="OperateVisitor"/>.</param>
public sealed record OperateBlock(string Address, DateTimeOffset Until);
