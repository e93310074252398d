using System.Collections.Concurrent;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Data;
using AslTutorial.Training.Native;

namespace AslTutorial.Training.Cells.Kernel;

/// <summary>
/// Runs cells, one after another, on a thread of its own: torch keeps dispose scopes and gradient mode by thread, so a
/// training beside it is not touched. Any thread may call it.
/// </summary>
internal sealed class CellRunner : IDisposable
{
    private readonly BlockingCollection<CellJob> _waiting;
    private readonly CellRunnerOptions _options;
    private readonly TorchDevice _device;
    private readonly Thread _thread;

    /// <param name="device">Torch, loaded.</param>
    public CellRunner(TorchDevice device, CellRunnerOptions? options = null)
    {
        _device = device;
        _options = options ?? CellRunnerOptions.Default;
        _waiting = new(_options.MaxWaiting);
        _thread = new(Work) { IsBackground = true, Name = "cells" };
        _thread.Start();
    }

    /// <summary>Runs a cell and waits for it. Nothing is thrown: what went wrong is in the result.</summary>
    /// <param name="order">From the site, checked here.</param>
    /// <param name="data">The data set; it is only read.</param>
    /// <param name="cancel">Interrupts the cell at its next step.</param>
    public CellResult Run(CellOrder order, SignData data, CancellationToken cancel = default)
    {
        if (CellOrderCheck.Find(order) is { } refused)
        {
            return Refuse(refused);
        }

        // Linked: who gives up waiting also stops the work.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_options.TimeLimit);
        var job = new CellJob(order, data, limit.Token);
        if (!TryAdd(job))
        {
            return Refuse(new(CellFaultCodes.Busy, "Too many cells are waiting; try again in a moment.", order.Cell));
        }

        try
        {
            job.Done.Task.Wait(limit.Token);
            var result = job.Done.Task.Result;
            return result.Fault?.Code == CellFaultCodes.Cancelled && !cancel.IsCancellationRequested ? Refuse(Late(order)) : result;
        }
        catch (OperationCanceledException)
        {
            return Refuse(cancel.IsCancellationRequested
                ? new(CellFaultCodes.Cancelled, $"The cell {order.Cell} was interrupted.", order.Cell)
                : Late(order));
        }
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        if (_thread.Join(_options.TimeLimit))
        {
            _waiting.Dispose();
        }
    }

    private static CellResult Refuse(CellFault fault) => new([], 0, [], fault);

    private CellFault Late(CellOrder order) =>
        new(CellFaultCodes.TimedOut, $"The cell {order.Cell} took longer than {_options.TimeLimit.TotalSeconds:0} s.", order.Cell);

    private bool TryAdd(CellJob job)
    {
        try
        {
            return _waiting.TryAdd(job);
        }
        catch (InvalidOperationException)
        {
            // Being disposed of.
            return false;
        }
    }

    private void Work()
    {
        foreach (var job in _waiting.GetConsumingEnumerable())
        {
            job.Done.SetResult(CellExecution.Run(job, _device));
        }
    }
}
