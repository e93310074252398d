using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Trainers;

/// <summary>Runs cells on a trainer: for notebooks, and for exercises that execute an answer.</summary>
internal interface ICellOrders
{
    /// <summary>The data set of the trainers; without a trainer, the last one known.</summary>
    DataSetInfo? DataSet { get; }

    /// <summary>Runs a cell on any trainer that can; faults of trainers are reported in the result, not thrown.</summary>
    /// <param name="order">With the learner's values.</param>
    /// <param name="interrupt">Stops the cell; the method then returns at once.</param>
    Task<CellExecution> RunAsync(CellOrder order, CancellationToken interrupt);
}
