using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Service;

/// <summary>Runs the lesson's cells on a trainer's data.</summary>
internal interface ICellPrograms
{
    /// <summary>Nothing is thrown: what went wrong is in the result.</summary>
    /// <param name="order">From the site, unchecked.</param>
    /// <param name="cancel">Interrupts the cell at its next step.</param>
    Task<CellResult> RunAsync(CellOrder order, CancellationToken cancel);
}
