using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Telemetry;

namespace AslTutorial.Web.Trainers;

/// <summary>Measures how long callers wait for a cell: waiting time and execution.</summary>
internal sealed class MeasuredCells(KeptCells orders, SiteMetrics metrics, TimeProvider time) : ICellOrders
{
    public DataSetInfo? DataSet => orders.DataSet;

    public async Task<CellExecution> RunAsync(CellOrder order, CancellationToken interrupt)
    {
        using var activity = SiteMetrics.Activities.StartActivity("cell");
        var begun = time.GetTimestamp();
        var outcome = await orders.RunAsync(order, interrupt);
        metrics.Cell(time.GetElapsedTime(begun), outcome.Status.ToString());
        return outcome;
    }
}
