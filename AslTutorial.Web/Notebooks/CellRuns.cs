using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Notebooks;

/// <summary>Runs the cells of notebooks, one at a time in each, with the values as they are when a cell's turn has come.</summary>
internal sealed class CellRuns(
    OpenNotebooks notebooks,
    NotebookCells cells,
    ICellOrders orders,
    ValueReader reader,
    IEnumerable<IAfterCellRun> listeners,
    IOptions<NotebookOptions> options,
    TimeProvider time,
    ILogger<CellRuns> log)
{
    /// <summary>Runs a cell when those before it in its notebook are done. One that waits already is joined.</summary>
    public Task<CellExecution> RunAsync(NotebookKey key, string cell)
    {
        var held = notebooks.Hold(key);
        var waiting = held.Notebook.Line.Add(cell, options.Value.Waiting, time.GetUtcNow(), out var begins);
        if (begins)
        {
            _ = Task.Run(() => WorkAsync(held));
            return waiting!.Done.Task;
        }

        if (waiting is not null)
        {
            held.Notebook.Tell();
        }

        held.Dispose();
        return waiting?.Done.Task ?? Task.FromResult(new CellExecution(CellRunStatus.Busy));
    }

    public void Interrupt(NotebookKey key)
    {
        using var held = notebooks.Hold(key);
        if (held.Notebook.Line.Interrupt() is { } dropped)
        {
            foreach (var waiting in dropped)
            {
                waiting.Done.SetResult(new(CellRunStatus.Interrupted));
            }

            held.Notebook.Tell();
        }
    }

    private async Task WorkAsync(OpenNotebooks.Use held)
    {
        using var working = held;
        var notebook = held.Notebook;
        while (notebook.Line.Next(time.GetUtcNow()) is { } next)
        {
            notebook.Tell();
            var outcome = await TryAsync(notebook, next);
            if (outcome.Status != CellRunStatus.Done)
            {
                notebook.Line.End(next);
                notebook.Tell();
            }

            next.Done.SetResult(outcome);
        }
    }

    private async Task<CellExecution> TryAsync(Notebook notebook, WaitingCell cell)
    {
        try
        {
            return await RunAsync(notebook, cell);
        }
        catch (OperationCanceledException) when (cell.Interrupted.IsCancellationRequested)
        {
            return new(CellRunStatus.Interrupted);
        }
        catch (Exception e)
        {
            // A full disk, a database that is locked: the next one may go well.
            log.LogError(e, "The cell {Cell} could not be run", cell.Cell);
            return new(CellRunStatus.Failed);
        }
    }

    private async Task<CellExecution> RunAsync(Notebook notebook, WaitingCell waiting)
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

        // As a kernel's dice, which a restart sets back: a batch drawn again is another one.
        var order = new CellOrder(key.Lesson, cell, values.Arguments(description), Seed: content.Count + 1, [.. description.Before.Select(before => before.Id)]);
        var outcome = await orders.RunAsync(order, waiting.Interrupted);
        if (outcome is not { Status: CellRunStatus.Done, Result: { } result })
        {
            return Refused(outcome);
        }

        var run = new CellRun(
            content.Kernel, Count: 0, values.Fingerprint(description), outcome.DataSet?.Digest ?? "", result.Milliseconds, time.GetUtcNow(), result);
        var after = await notebook.ChangeAsync(now => NotebookWrites.Keep(key, now, cell, run), ended: waiting);
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
