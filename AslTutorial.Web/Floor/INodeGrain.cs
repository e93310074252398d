using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Looks;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;
using Orleans.Concurrency;

namespace AslTutorial.Web.Floor;

/// <summary>A node, by its name: what the floor and the others want of it.</summary>
internal interface INodeGrain : IGrainWithStringKey
{
    /// <summary>Answers where the node is there.</summary>
    Task EnterAsync();

    /// <summary>A run may wait for a trainer.</summary>
    [OneWay]
    Task WakeAsync();

    Task CancelAsync(RunLease lease);

    Task SteerAsync(RunLease lease, SteerOrder order);

    /// <summary>In the order in which it came to pass.</summary>
    Task TellAsync(List<WatchedEvent> news);

    /// <summary>Has a trainer of the node run a cell.</summary>
    [ResponseTimeout("00:10:00")]
    Task<CellExecution> RunCellAsync(CellOrder order, CancellationToken interrupt);

    /// <summary>Has a trainer of the node look at a net.</summary>
    [ResponseTimeout("00:05:00")]
    Task<LookOutcome> LookAsync(LookOrder order, string digest, string viewer, CancellationToken cancel);
}
