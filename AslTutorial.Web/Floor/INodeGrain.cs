using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Looks;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;
using Orleans.Concurrency;

namespace AslTutorial.Web.Floor;

/// <summary>A node, by its name: the calls that the floor and other nodes make to it.</summary>
internal interface INodeGrain : IGrainWithStringKey
{
    /// <summary>Activates the grain on its own node.</summary>
    Task EnterAsync();

    /// <summary>A run may wait for a trainer.</summary>
    [OneWay]
    Task WakeAsync();

    Task CancelAsync(RunLease lease);

    Task SteerAsync(RunLease lease, SteerOrder order);

    /// <summary>Events of watched runs, in order.</summary>
    Task TellAsync(List<WatchedEvent> news);

    /// <summary>Runs a cell on one of the node's trainers.</summary>
    [ResponseTimeout("00:10:00")]
    Task<CellExecution> RunCellAsync(CellOrder order, CancellationToken interrupt);

    /// <summary>Asks one of the node's trainers for a look into a net.</summary>
    [ResponseTimeout("00:05:00")]
    Task<LookOutcome> LookAsync(LookOrder order, string digest, string viewer, CancellationToken cancel);
}
