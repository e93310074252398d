using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Data;

namespace AslTutorial.Training.Service;

/// <summary>The cells' programs, with libtorch.</summary>
internal sealed class TorchCells(CellRunner runner, SignData data) : ICellPrograms, IDisposable
{
    public Task<CellResult> RunAsync(CellOrder order, CancellationToken cancel) => runner.RunAsync(order, data, cancel);

    public void Dispose() => runner.Dispose();
}
