using System.Diagnostics.CodeAnalysis;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Notebooks;

/// <summary>Runs the cells of notebooks, in each one at a time, with the values at the time when the cell's turn comes.</summary>
internal sealed class CellRuns(
    OpenNotebooks notebooks,
    NotebookCells cells,
    ICellOrders orders,
    ValueReader reader,
    IEnumerable<IAfterCellRun> listeners,
    TimeProvider time,
    ILogger<CellRuns> log)
{
    /// <summary>Runs a cell after those already waiting in its notebook. Joins the same cell if it is waiting already.</summary>
    public Task<CellExecution> RunAsync(NotebookKey key, string cell)
    {
        var held = notebooks.Hold(key);
        var waiting = held.Notebook.Cells.Add(cell, out var isNew);
        if (isNew)
        {
            // Enqueued before this method returns, so cells keep the order of the calls.
            var entering = held.Notebook.Cells.EnterAsync(waiting);
            _ = Task.Run(() => WorkAsync(held, waiting, entering));
        }
        else
        {
            held.Dispose();
        }

        return waiting.Done.Task;
    }

    /// <summary>Stops the running cell, on whichever node it is, and drops the waiting ones.</summary>
    public async Task InterruptAsync(NotebookKey key)
    {
        using var held = notebooks.Hold(key);
        await held.Notebook.Cells.InterruptAsync();
    }

    private async Task WorkAsync(OpenNotebooks.Use held, WaitingCell waiting, Task<bool> entering)
    {
        using var working = held;
        var cells = held.Notebook.Cells;
        var outcome = await TryAsync(held.Notebook, waiting, entering);
        if (!waiting.IsOver)
        {
            await EndAsync(cells, waiting, outcome);
        }

        cells.Remove(waiting);
        waiting.Done.SetResult(outcome);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whoever waits is answered; what the owner takes for running is ended when this node renews its watch.")]
    private async Task EndAsync(WaitingCells cells, WaitingCell waiting, CellExecution outcome)
    {
        try
        {
            await cells.EndAsync(waiting, outcome);
        }
        catch (Exception e)
        {
            log.LogError(e, "The end of the cell {Cell} did not reach its notebook", waiting.Cell);
        }
    }

    private async Task<CellExecution> TryAsync(NotebookCopy notebook, WaitingCell cell, Task<bool> entering)
    {
        try
        {
            if (!await entering)
            {
                cell.IsOver = true;
                return new(CellRunStatus.Busy);
            }

            if (await cell.Turn is { } settled)
            {
                cell.IsOver = true;
                return settled;
            }

            return await RunAsync(notebook, cell);
        }
        catch (OperationCanceledException) when (cell.Interrupted.IsCancellationRequested)
        {
            return new(CellRunStatus.Interrupted);
        }
        catch (Exception e)
        {
            // For example a full disk or a locked database: the next cell may succeed.
            log.LogError(e, "The cell {Cell} could not be run", cell.Cell);
            return new(CellRunStatus.Failed);
        }
    }

    private async Task<CellExecution> RunAsync(NotebookCopy notebook, WaitingCell waiting)
    {
        var (key, cell) = (notebook.Key, waiting.Cell);
        var known = cells.Of(key.Lesson);
        if (known.FindProgram(cell) is not { } description)
        {
            return new(CellRunStatus.Unknown);
        }

        var content = (await notebook.OpenAsync(waiting.Interrupted)).Content;
        var values = new NotebookValues(known, content.Texts, reader);
        if (CellBefore.Find(description, values, content.WasRun) is { } refused)
        {
            return refused;
        }

        // Like a kernel's random state: each run draws another batch, and a restart begins again with the first.
        var order = new CellOrder(key.Lesson, cell, values.Arguments(description), Seed: content.Count + 1, [.. description.Before.Select(before => before.Id)]);
        var outcome = await orders.RunAsync(order, waiting.Interrupted);
        if (outcome is not { Status: CellRunStatus.Done, Result: { } result })
        {
            return Refused(outcome);
        }

        var run = new CellRun(
            content.Kernel, Count: 0, values.Fingerprint(description), outcome.DataSet?.Digest ?? "", result.Milliseconds, time.GetUtcNow(), result);
        var after = await notebook.ChangeAsync(new CellWasRun(cell, run), ended: new(waiting.Ticket, new(CellRunStatus.Done)));
        waiting.IsOver = true;
        foreach (var listener in listeners)
        {
            await listener.CellRanAsync(key, cell);
        }

        return new(CellRunStatus.Done, Result: result, Count: after.Content.Runs[cell].Count);
    }

    /// <summary>A fault's subject is a cell, or "cell.parameter".</summary>
    private static CellExecution Refused(CellExecution outcome)
    {
        var subject = outcome.Result?.Fault?.Subject?.Split('.') ?? [];
        return outcome.Status switch
        {
            CellRunStatus.NeedsExercise when subject.Length > 0 => new(outcome.Status, Missing: subject[0]),
            CellRunStatus.BadValue when subject.Length > 1 => new(outcome.Status, Faulty: (subject[1], Text: null)),
            _ => new(outcome.Status, WasLost: outcome.WasLost),
        };
    }
}
