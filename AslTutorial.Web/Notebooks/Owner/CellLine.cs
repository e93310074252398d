using System.Collections.Immutable;
using AslTutorial.Web.Trainers;
using Orleans.Runtime;

namespace AslTutorial.Web.Notebooks.Owner;

/// <summary>The queue of one notebook's cells; the first has its turn. Immutable.</summary>
[GenerateSerializer, Immutable]
internal sealed record CellLine(ImmutableArray<CellInLine> Cells)
{
    public static CellLine Empty { get; } = new([]);

    public CellInLine? Find(Guid ticket) => Cells.FirstOrDefault(cell => cell.Ticket == ticket);

    public bool HasTurn(CellInLine cell) => cell.Ticket == Cells[0].Ticket;

    /// <summary>Null for a cell that neither waits nor runs.</summary>
    public (CellPhase Phase, DateTimeOffset Since)? PhaseOf(string cell)
    {
        for (var i = 0; i < Cells.Length; i++)
        {
            if (Cells[i].Cell == cell)
            {
                return (i == 0 ? CellPhase.Running : CellPhase.Waiting, Cells[i].Since);
            }
        }

        return null;
    }

    /// <summary>Adds a cell, or joins the same one if it waits already; null if too many wait.</summary>
    /// <param name="most">How many may wait.</param>
    /// <returns>The new line, and the cell's ticket in it.</returns>
    public (CellLine Line, Guid Ticket)? Enter(Guid ticket, string cell, SiloAddress node, int most, DateTimeOffset now)
    {
        if (Find(ticket) is not null)
        {
            return (this, ticket);
        }

        if (Cells.Skip(1).FirstOrDefault(waiting => waiting.Cell == cell) is { } same)
        {
            return (new(Cells.Replace(same, same with { Nodes = [.. same.Nodes.Remove(node), node] })), same.Ticket);
        }

        return Cells.Length > most ? null : (new(Cells.Add(new(ticket, cell, [node], now))), ticket);
    }

    /// <summary>Puts a cell that is already running back into a line that was lost with its owner.</summary>
    public CellLine ComeBack(Guid ticket, string cell, SiloAddress node, DateTimeOffset now) =>
        Find(ticket) is null ? new(Cells.Insert(0, new(ticket, cell, [node], now))) : this;

    public CellLine End(Guid ticket, DateTimeOffset now) => Find(ticket) is { } cell ? After(Cells.Remove(cell), now) : this;

    /// <summary>Drops the waiting cells and marks the running one to stop.</summary>
    public CellLine Interrupt() => Cells.IsEmpty ? this : new([Cells[0] with { IsInterrupted = true }]);

    /// <summary>Removes dead nodes. A cell that another node waits for too is run there.</summary>
    public CellLine Without(Func<SiloAddress, bool> isGone, DateTimeOffset now)
    {
        if (!Cells.Any(cell => cell.Nodes.Any(isGone)))
        {
            return this;
        }

        var left = Cells.Select(cell => cell with { Nodes = cell.Nodes.RemoveAll(node => isGone(node)) }).Where(cell => !cell.Nodes.IsEmpty);
        return After([.. left], now);
    }

    private CellLine After(ImmutableArray<CellInLine> cells, DateTimeOffset now) =>
        new(cells.IsEmpty || cells[0].Ticket == Cells[0].Ticket ? cells : cells.SetItem(0, cells[0] with { Since = now }));
}

/// <summary>A cell that waits or runs.</summary>
/// <param name="Nodes">The nodes where somebody waits for it; the first one executes it.</param>
/// <param name="Since">When it began to wait or to run.</param>
[GenerateSerializer, Immutable]
internal sealed record CellInLine(Guid Ticket, string Cell, ImmutableArray<SiloAddress> Nodes, DateTimeOffset Since, bool IsInterrupted = false);

/// <summary>The end of a cell.</summary>
/// <param name="Execution">The outcome; the outputs are in the notebook.</param>
[GenerateSerializer, Immutable]
internal sealed record CellEnd(Guid Ticket, CellExecution Execution);
