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

    /// <summary>Adds a cell, or returns the same one if it waits already.</summary>
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

    /// <summary>Puts a cell into the line, or back into it; several enter in the order of the calls.</summary>
    /// <returns>False if too many wait.</returns>
    public Task<bool> EnterAsync(WaitingCell cell)
    {
        lock (_lock)
        {
            var entering = EnterAsync(_entering, cell);
            _entering = entering;
            return entering;
        }
    }

    /// <summary>Takes a cell that did not change the notebook out of the line.</summary>
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

    /// <summary>Updates the cells from the line's new state.</summary>
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

    /// <summary>Ends cells that the owner believes to be this node's but nobody waits for here: their end was lost on the way.</summary>
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
