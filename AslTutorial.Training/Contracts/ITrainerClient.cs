using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Looks;

namespace AslTutorial.Training.Contracts;

/// <summary>What the site calls on a trainer (SignalR, MessagePack).</summary>
public interface ITrainerClient
{
    Task Train(RunOrder order);

    Task Cancel(RunLease lease);

    /// <summary>Pauses a run, lets it go on, changes its learning rate or lets it end early; answered by <see cref="ITrainerHub.ReportSteered"/>.</summary>
    Task Steer(RunLease lease, SteerOrder order);

    /// <summary>Runs a cell and answers with what came of it, also while a run is being trained.</summary>
    /// <param name="id">Of this order alone, for <see cref="InterruptCell"/>.</param>
    /// <param name="order">Its result is a function of this and of the data set.</param>
    /// <param name="cancel">The site's: ends the waiting, is no part of the message.</param>
    Task<CellResult> RunCell(Guid id, CellOrder order, CancellationToken cancel);

    /// <summary>Stops a cell at its next step, or takes it out of those that wait. Nothing happens where it is over.</summary>
    Task InterruptCell(Guid id);

    /// <summary>Answers true at once: whoever does is alive, however long its present step takes.</summary>
    /// <param name="cancel">The site's: ends the waiting, is no part of the message.</param>
    Task<bool> Ping(CancellationToken cancel);

    /// <summary>Answers a question about a net at work, also while a run is being trained.</summary>
    /// <param name="cancel">The site's: ends the waiting, is no part of the message.</param>
    Task<LookResult> Look(LookOrder order, CancellationToken cancel);
}
