using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Notebooks;

/// <summary>Runs a cell with the values as they are when its turn has come.</summary>
internal sealed class CellExecution(
    NotebookCells cells, NotebookStore store, ICellOrders orders, ValueReader reader, IEnumerable<IAfterCellRun> listeners) : ICellExecution
{
    public async Task<CellRunOutcome> RunAsync(NotebookKey key, string cell, CancellationToken interrupt)
    {
        var known = cells.Of(key.Lesson);
        if (known.FindProgram(cell) is not { } description)
        {
            return new(CellRunStatus.Unknown);
        }

        var notebook = await store.OpenAsync(key, results: false, interrupt);
        var values = new NotebookValues(known, notebook.Texts, reader);
        if (CellBefore.Find(description, values, notebook.WasRun) is { } refused)
        {
            return refused;
        }

        // As a kernel's dice, which a restart sets back: a batch drawn again is another one.
        var order = new CellOrder(key.Lesson, cell, values.Arguments(description), Seed: notebook.Count + 1, [.. description.Before.Select(before => before.Id)]);
        var outcome = await orders.RunAsync(order, interrupt);
        if (outcome is not { Status: CellRunStatus.Done, Result: { } result })
        {
            return Refused(outcome);
        }

        var count = await store.KeepRunAsync(key, notebook.Kernel, cell, values.Fingerprint(description), outcome.DataSet?.Digest ?? "", result);
        foreach (var listener in listeners)
        {
            await listener.CellRanAsync(key, cell);
        }

        return new(CellRunStatus.Done, Result: result, Count: count);
    }

    /// <summary>A fault's subject is a cell, or "cell.parameter".</summary>
    private static CellRunOutcome Refused(CellOutcome outcome)
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
