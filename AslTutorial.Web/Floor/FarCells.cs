using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Floor;

/// <summary>Runs cells on this node's trainers, or on another node's if this one has none that can.</summary>
internal sealed class FarCells(MeasuredCells here, TrainerRegistry registry, Nodes nodes, IGrainFactory grains, ILogger<FarCells> log) : ICellOrders
{
    public DataSetInfo? DataSet => here.DataSet ?? Able()?.DataSet;

    public async Task<CellExecution> RunAsync(CellOrder order, CancellationToken interrupt)
    {
        if (registry.DataSet is not null || Able() is not { } node)
        {
            return await here.RunAsync(order, interrupt);
        }

        try
        {
            return await grains.GetGrain<INodeGrain>(node.Node).RunCellAsync(order, interrupt);
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            return new(CellRunStatus.Interrupted);
        }
        catch (Exception e)
        {
            log.LogWarning("The node {Node} was lost while it ran the cell {Cell}: {Reason}", node.Node, order.Cell, e.Message);
            return new(CellRunStatus.NoTrainer, WasLost: true);
        }
    }

    private NodeReport? Able() => nodes.Others.FirstOrDefault(node => node.DataSet is not null);
}
