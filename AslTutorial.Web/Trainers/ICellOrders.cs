using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Trainers;

/// <summary>Has cells run by a trainer: for notebooks, and for exercises that execute an answer.</summary>
internal interface ICellOrders
{
    /// <summary>The data set that cells are run on now; the last one known while no trainer is there.</summary>
    DataSetInfo? DataSet { get; }

    /// <summary>Runs a cell on whichever trainer can; every fault of a trainer is in the answer.</summary>
    /// <param name="order">As a learner's values have it.</param>
    /// <param name="interrupt">Stops the cell: the answer comes at once.</param>
    Task<CellExecution> RunAsync(CellOrder order, CancellationToken interrupt);
}
