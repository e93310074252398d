using System.Collections.Concurrent;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Data;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Native;

namespace AslTutorial.Training.Cells.Engine;

/// <summary>
/// Runs cells, one after another, on a thread of its own: torch keeps dispose scopes and gradient mode by thread, so a
/// training beside it is not touched. Any thread may call it.
/// </summary>
internal sealed class CellRunner : IDisposable
{
    private readonly Dictionary<string, ILessonPrograms> _lessons;
    private readonly BlockingCollection<CellJob> _waiting;
    private readonly CellRunnerOptions _options;
    private readonly TorchDevice _device;
    private readonly DeviceLoss? _loss;
    private readonly Thread _thread;
    private readonly CancellationTokenSource _stop = new();

    /// <param name="lessons">Whose cells it runs.</param>
    /// <param name="device">Torch, loaded.</param>
    /// <param name="loss">Ends the process where a cell loses the device; null for a process that has none to lose.</param>
    public CellRunner(IEnumerable<ILessonPrograms> lessons, TorchDevice device, CellRunnerOptions? options = null, DeviceLoss? loss = null)
    {
        _lessons = lessons.ToDictionary(lesson => lesson.Description.Slug, StringComparer.Ordinal);
        (_device, _loss) = (device, loss);
        _options = options ?? CellRunnerOptions.Default;
        _waiting = new(_options.MaxWaiting);
        _thread = new(Work) { IsBackground = true, Name = "cells" };
        _thread.Start();
    }

    /// <summary>Runs a cell; blocks the caller until it is done.</summary>
    public CellResult Run(CellOrder order, SignData data, CancellationToken cancel = default) =>
        RunAsync(order, data, cancel).GetAwaiter().GetResult();

    /// <summary>Runs a cell. Nothing is thrown: what went wrong is in the result.</summary>
    /// <param name="order">From the site, checked here.</param>
    /// <param name="data">The data set; it is only read.</param>
    /// <param name="cancel">Interrupts the cell at its next step.</param>
    public async Task<CellResult> RunAsync(CellOrder order, SignData data, CancellationToken cancel = default)
    {
        var lesson = _lessons.GetValueOrDefault(order.Lesson);
        if (CellOrderCheck.Find(order, lesson?.Description) is { } refused)
        {
            return Refuse(refused);
        }

        // Giving up waiting also stops the work.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel, _stop.Token);
        limit.CancelAfter(_options.TimeLimit);
        var job = new CellJob(order, lesson!, data, limit.Token);
        if (!TryAdd(job))
        {
            return Refuse(new(CellFaultCodes.Busy, "Too many cells are waiting; try again in a moment.", order.Cell));
        }

        try
        {
            var result = await job.Done.Task.WaitAsync(limit.Token).ConfigureAwait(false);
            return result.Fault?.Code == CellFaultCodes.Cancelled && !IsInterrupted(cancel) ? Refuse(Late(order)) : result;
        }
        catch (OperationCanceledException)
        {
            return Refuse(IsInterrupted(cancel)
                ? new(CellFaultCodes.Cancelled, $"The cell {order.Cell} was interrupted.", order.Cell)
                : Late(order));
        }
    }

    /// <summary>Interrupts what runs and what waits.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _waiting.CompleteAdding();
        if (_thread.Join(_options.TimeLimit))
        {
            _waiting.Dispose();
        }
    }

    private static CellResult Refuse(CellFault fault) => new([], 0, [], fault);

    private CellFault Late(CellOrder order) =>
        new(CellFaultCodes.TimedOut, $"The cell {order.Cell} took longer than {_options.TimeLimit.TotalSeconds:0} s.", order.Cell);

    private bool IsInterrupted(CancellationToken cancel) => cancel.IsCancellationRequested || _stop.IsCancellationRequested;

    private bool TryAdd(CellJob job)
    {
        try
        {
            return _waiting.TryAdd(job);
        }
        catch (InvalidOperationException)
        {
            // The runner is being disposed.
            return false;
        }
    }

    private void Work()
    {
        foreach (var job in _waiting.GetConsumingEnumerable())
        {
            job.Done.SetResult(CellProgramRun.Run(job, _device, _loss));
        }
    }
}

/// <summary>The limits of <see cref="CellRunner"/>.</summary>
/// <param name="TimeLimit">How long a caller waits for a cell, its turn included.</param>
/// <param name="MaxWaiting">How many cells may wait for their turn.</param>
internal sealed record CellRunnerOptions(TimeSpan TimeLimit, int MaxWaiting)
{
    public static CellRunnerOptions Default { get; } = new(TimeSpan.FromSeconds(30), CellLimits.MaxWaiting);
}

/// <summary>A cell that waits for its turn.</summary>
internal sealed record CellJob(CellOrder Order, ILessonPrograms Lesson, SignData Data, CancellationToken Cancel)
{
    public TaskCompletionSource<CellResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
