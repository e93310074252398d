using System.Diagnostics.CodeAnalysis;
using AslTutorial.Web.Notebooks.Owner;
using AslTutorial.Web.Trainers;
using Orleans.Runtime;

namespace AslTutorial.Web.Notebooks;

/// <summary>A cell that somebody on this node waits for: it waits for its turn in the notebook's line, or runs.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Its source has neither timer nor handle, and an interrupt may come at any moment.")]
internal sealed class WaitingCell(string cell)
{
    private readonly CancellationTokenSource _interrupt = new();
    private readonly TaskCompletionSource<CellExecution?> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The notebook's state when the cell entered the line.</summary>
    private (GrainAddress Home, long Number)? _entered;

    public string Cell { get; } = cell;

    public Guid Ticket { get; private set; } = Guid.NewGuid();

    /// <summary>Completes when the cell has its turn. A result means that it ended without this node running it.</summary>
    public Task<CellExecution?> Turn => _turn.Task;

    public bool HasTurn => _turn.Task.IsCompleted;

    /// <summary>It has left the line.</summary>
    public bool IsOver { get; set; }

    public TaskCompletionSource<CellExecution> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CancellationToken Interrupted => _interrupt.Token;

    public void Enter(CellPlace place)
    {
        Ticket = place.Ticket;
        _entered = (place.Update.Home, place.Update.Number);
    }

    /// <summary>Updates this cell from the line's new state.</summary>
    /// <param name="ended">The cell that has just ended.</param>
    /// <returns>False if the line was lost with its owner: the cell must enter it again.</returns>
    public bool Look(NotebookNow now, SiloAddress node, CellEnd? ended)
    {
        if (IsOver)
        {
            return true;
        }

        if (now.Line.Find(Ticket) is { } place)
        {
            if (place.IsInterrupted)
            {
                _interrupt.Cancel();
            }

            if (now.Line.HasTurn(place) && place.Nodes[0].Equals(node))
            {
                _turn.TrySetResult(null);
            }

            return true;
        }

        if (_entered is not { } entered || (entered.Home.Equals(now.Home) && now.Number < entered.Number))
        {
            // A state from before the cell entered the line.
            return true;
        }

        if (!entered.Home.Equals(now.Home))
        {
            _entered = null;
            return false;
        }

        _turn.TrySetResult(ended?.Ticket == Ticket ? Settled(now, ended.Execution) : new(CellRunStatus.Interrupted));
        return true;
    }

    private CellExecution Settled(NotebookNow now, CellExecution execution) =>
        execution.Status == CellRunStatus.Done && now.Content.Runs.GetValueOrDefault(Cell) is { } run
            ? execution with { Result = run.Result, Count = run.Count }
            : execution;
}
