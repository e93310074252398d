using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Runs;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

/// <summary>
/// Gives cells to the connected trainers, in fair turns by learner and by address. Cells have no lease like runs: one that is lost
/// with its trainer leaves nothing behind, and the caller may run it again.
/// </summary>
internal sealed class CellOrders : ICellOrders, IDisposable
{
    private readonly TrainerRegistry _registry;
    private readonly IOptions<CellOptions> _options;
    private readonly TimeProvider _time;
    private readonly ILogger<CellOrders> _log;
    private readonly Lock _lock = new();
    private readonly FairLine<TaskCompletionSource<TrainerLink?>> _line = new();
    private DataSetInfo? _lastDataSet;

    public CellOrders(TrainerRegistry registry, IOptions<CellOptions> options, TimeProvider time, ILogger<CellOrders> log)
    {
        (_registry, _options, _time, _log) = (registry, options, time, log);
        _registry.Changed += Pump;
    }

    public DataSetInfo? DataSet
    {
        get
        {
            if (_registry.DataSet is { } current)
            {
                Volatile.Write(ref _lastDataSet, current);
            }

            return Volatile.Read(ref _lastDataSet);
        }
    }

    public async Task<CellExecution> RunAsync(CellOrder order, CancellationToken interrupt)
    {
        var (link, refused) = await TakeAsync(interrupt);
        if (link is null)
        {
            return new(refused);
        }

        try
        {
            return await RunAsync(link, order, interrupt);
        }
        finally
        {
            _registry.ReleaseCell(link);
            Pump();
        }
    }

    public void Dispose() => _registry.Changed -= Pump;

    /// <summary>Waits for the caller's turn at a trainer; returns the reason if there is none.</summary>
    private async Task<(TrainerLink? Link, CellRunStatus Refused)> TakeAsync(CancellationToken interrupt)
    {
        var taken = new TaskCompletionSource<TrainerLink?>(TaskCreationOptions.RunContinuationsAsynchronously);
        FairLine<TaskCompletionSource<TrainerLink?>>.Place place;
        lock (_lock)
        {
            if (_line.Count >= _options.Value.WaitingAltogether)
            {
                return (null, CellRunStatus.Busy);
            }

            place = _line.Add(Caller.Current, taken);
        }

        Pump();
        try
        {
            return (await taken.Task.WaitAsync(TimeSpan.FromSeconds(_options.Value.CellSeconds), _time, interrupt), CellRunStatus.NoTrainer);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            bool isLate;
            lock (_lock)
            {
                isLate = !_line.Remove(place);
            }

            if (isLate && await taken.Task is { } late)
            {
                _registry.ReleaseCell(late);
                Pump();
            }

            return (null, e is TimeoutException ? CellRunStatus.Busy : CellRunStatus.Interrupted);
        }
    }

    /// <summary>Gives trainers to the next callers, as long as any is free.</summary>
    private void Pump()
    {
        lock (_lock)
        {
            while (_line.Count > 0 && _registry.TakeForCell() is not (null, true) and var (link, _))
            {
                _line.TryTake(_ => true, out var next);
                next.SetResult(link);
            }
        }
    }

    private async Task<CellExecution> RunAsync(TrainerLink link, CellOrder order, CancellationToken interrupt)
    {
        var id = Guid.NewGuid();
        var data = link.Description?.DataSet;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_options.Value.CellSeconds), _time);
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

            _log.LogWarning("The trainer {Trainer} has not answered for the cell {Cell}: {Reason}", link.Name, order.Cell, LoggedReason.Of(e.Message, order));
            return new(CellRunStatus.TimedOut);
        }
        catch (Exception e)
        {
            _log.LogWarning("The trainer {Trainer} was lost while it ran the cell {Cell}: {Reason}", link.Name, order.Cell, LoggedReason.Of(e.Message, order));
            return new(CellRunStatus.NoTrainer, WasLost: true);
        }
    }

    private CellExecution Judge(CellResult result, DataSetInfo? data, CellOrder order, TrainerLink link)
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

        if (result.Fault is { } fault)
        {
            result = result with { Fault = fault with { Text = Short(fault.Text) } };
        }

        if (status == CellRunStatus.Failed)
        {
            _log.LogError("The trainer {Trainer} could not run the cell {Cell}: {Reason}", link.Name, order.Cell, LoggedReason.Of(result.Fault?.Text, order));
        }

        return new(status, result, data);
    }

    private static string Short(string? text) => ReportRanges.OneLine(text, ReportRanges.MaxFault);
}
