using System.Diagnostics.CodeAnalysis;
using AslTutorial.Web.Notebooks.Owner;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Notebooks;

/// <summary>The cells of a notebook that somebody on this node waits for.</summary>
internal sealed class WaitingCells(NotebookCopy notebook, NotebookLink link, ILogger log)
{
    private readonly Lock _lock = new();
    private readonly List<WaitingCell> _cells = [];
    private Task _entering = Task.CompletedTask;

    /// <summary>A cell to be run, or the same one that waits already.</summary>
    public WaitingCell Add(string cell, out bool isNew)
    {
        lock (_lock)
        {
            var waiting = _cells.Find(one => one.Cell == cell && !one.HasTurn && !one.IsOver);
            isNew = waiting is null;
            if (waiting is null)
            {
                _cells.Add(waiting = new(cell));
            }

            return waiting;
        }
    }

    public void Remove(WaitingCell cell)
    {
        lock (_lock)
        {
            _cells.Remove(cell);
        }
    }

    /// <summary>Brings a cell into the line, or back to it; several come in the order in which they were asked for.</summary>
    /// <returns>False where too many wait.</returns>
    public Task<bool> EnterAsync(WaitingCell cell)
    {
        lock (_lock)
        {
            var entering = EnterAsync(_entering, cell);
            _entering = entering;
            return entering;
        }
    }

    /// <summary>Takes a cell that has not changed the notebook out of the line.</summary>
    public async Task EndAsync(WaitingCell cell, CellExecution execution)
    {
        var update = await link.CallAsync(
            notebook.Key, owner => owner.EndAsync(new(cell.Ticket, execution with { Result = null, DataSet = null }), link.Node));
        cell.IsOver = true;
        await notebook.TakeAsync(update);
    }

    public async Task InterruptAsync()
    {
        if (await link.CallAsync(notebook.Key, owner => owner.InterruptAsync(link.Node)) is { } update && notebook.Now is not null)
        {
            await notebook.TakeAsync(update);
        }
    }

    /// <summary>Gives the cells what the line says of them.</summary>
    public void Look(NotebookNow now, CellEnd? ended)
    {
        List<WaitingCell> cells;
        lock (_lock)
        {
            cells = [.. _cells];
        }

        foreach (var cell in cells.Where(cell => !cell.Look(now, link.Node, ended)))
        {
            _ = ComeBackAsync(cell);
        }
    }

    /// <summary>Ends what the owner takes for a cell of this node although nobody waits for it here: its end was lost on the way.</summary>
    public async Task EndLostAsync()
    {
        var known = notebook.Now?.Line.Cells.Where(cell => cell.Nodes[0].Equals(link.Node)).ToList() ?? [];
        foreach (var lost in known)
        {
            bool isKnown;
            lock (_lock)
            {
                isKnown = _cells.Exists(cell => cell.Ticket == lost.Ticket);
            }

            if (!isKnown)
            {
                await notebook.TakeAsync(await link.CallAsync(
                    notebook.Key, owner => owner.EndAsync(new(lost.Ticket, new(CellRunStatus.Interrupted)), link.Node)));
            }
        }
    }

    private async Task<bool> EnterAsync(Task before, WaitingCell cell)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await notebook.OpenAsync(CancellationToken.None);
        var runs = cell.HasTurn;
        if (await link.CallAsync(notebook.Key, owner => owner.EnterAsync(cell.Ticket, cell.Cell, link.Node, runs)) is not { } place)
        {
            return false;
        }

        cell.Enter(place);
        Look(await notebook.TakeAsync(place.Update), ended: null);
        return true;
    }

    [SuppressMessage("Design", "CA1031", Justification = "What runs goes on, and is kept, without a place in the line.")]
    private async Task ComeBackAsync(WaitingCell cell)
    {
        try
        {
            await EnterAsync(cell);
        }
        catch (Exception e)
        {
            log.LogWarning("The cell {Cell} did not come back to its notebook's line: {Reason}", cell.Cell, e.Message);
        }
    }
}
