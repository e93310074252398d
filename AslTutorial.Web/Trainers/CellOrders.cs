using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

/// <summary>
/// Hands cells to the trainers that are connected. Cells are not leased as runs are: one that is lost with its trainer
/// has left nothing behind, and is run again by whoever wanted it.
/// </summary>
internal sealed class CellOrders(
    TrainerRegistry registry, IOptions<NotebookOptions> options, TimeProvider time, ILogger<CellOrders> log) : ICellOrders
{
    private DataSetInfo? _lastDataSet;

    public DataSetInfo? DataSet
    {
        get
        {
            if (registry.CellDataSet() is { } current)
            {
                Volatile.Write(ref _lastDataSet, current);
            }

            return Volatile.Read(ref _lastDataSet);
        }
    }

    public async Task<CellOutcome> RunAsync(CellOrder order, CancellationToken interrupt)
    {
        var (link, isFull) = registry.TakeForCell();
        if (link is null)
        {
            return new(isFull ? CellRunStatus.Busy : CellRunStatus.NoTrainer);
        }

        try
        {
            return await RunAsync(link, order, interrupt);
        }
        finally
        {
            registry.ReleaseCell(link);
        }
    }

    private async Task<CellOutcome> RunAsync(TrainerLink link, CellOrder order, CancellationToken interrupt)
    {
        var id = Guid.NewGuid();
        var data = link.Description?.DataSet;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.CellSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, interrupt);
        try
        {
            var result = await link.RunCellAsync(id, order, either.Token);
            return Judge(result, data, order, link);
        }
        catch (Exception e) when (either.IsCancellationRequested)
        {
            link.Post(client => client.InterruptCell(id));
            if (interrupt.IsCancellationRequested)
            {
                return new(CellRunStatus.Interrupted);
            }

            log.LogWarning("The trainer {Trainer} has not answered for the cell {Cell}: {Reason}", link.Name, order.Cell, e.Message);
            return new(CellRunStatus.TimedOut);
        }
        catch (Exception e)
        {
            log.LogWarning("The trainer {Trainer} was lost while it ran the cell {Cell}: {Reason}", link.Name, order.Cell, e.Message);
            return new(CellRunStatus.NoTrainer, WasLost: true);
        }
    }

    private CellOutcome Judge(CellResult result, DataSetInfo? data, CellOrder order, TrainerLink link)
    {
        var status = result.Fault?.Code switch
        {
            null => CellRunStatus.Done,
            CellFaultCodes.Cancelled => CellRunStatus.Interrupted,
            CellFaultCodes.TimedOut => CellRunStatus.TimedOut,
            CellFaultCodes.Busy => CellRunStatus.Busy,
            CellFaultCodes.NotReady => CellRunStatus.NoTrainer,
            CellFaultCodes.UnknownLesson or CellFaultCodes.UnknownCell => CellRunStatus.Unknown,
            CellFaultCodes.MissingValue => CellRunStatus.NeedsExercise,
            CellFaultCodes.UnknownParameter or CellFaultCodes.OutOfRange or CellFaultCodes.Unsupported => CellRunStatus.BadValue,
            _ => CellRunStatus.Failed,
        };
        if (CellLimits.SizeOf(result) > CellLimits.MaxResultBytes)
        {
            status = CellRunStatus.Failed;
            result = new([], 0, [], new(CellFaultCodes.Internal, "The outputs are too large.", order.Cell));
        }

        if (status == CellRunStatus.Failed)
        {
            log.LogError("The trainer {Trainer} could not run the cell {Cell}: {Reason}", link.Name, order.Cell, result.Fault?.Text);
        }

        return new(status, result, data);
    }
}
