using System.Collections.Immutable;

namespace AslTutorial.Web.Notebooks;

/// <summary>The cells of one notebook that wait for their turn, and the one that runs.</summary>
internal sealed class CellLine
{
    private readonly Lock _lock = new();
    private readonly LinkedList<WaitingCell> _waiting = [];
    private WaitingCell? _running;
    private bool _isWorked;

    /// <summary>Adds a cell, or finds the one that waits already; null where too many do.</summary>
    /// <param name="begins">Whether nobody works the line off yet: the caller does.</param>
    public WaitingCell? Add(string cell, int most, DateTimeOffset now, out bool begins)
    {
        lock (_lock)
        {
            begins = false;
            if (_waiting.FirstOrDefault(waiting => waiting.Cell == cell) is { } same)
            {
                return same;
            }

            if (_waiting.Count >= most)
            {
                return null;
            }

            begins = !_isWorked;
            _isWorked = true;
            return _waiting.AddLast(new WaitingCell(cell, now)).Value;
        }
    }

    /// <summary>The next, which runs from now on; null where none waits, and the line is not worked off any longer.</summary>
    public WaitingCell? Next(DateTimeOffset now)
    {
        lock (_lock)
        {
            _running = _waiting.First?.Value;
            if (_running is null)
            {
                _isWorked = false;
                return null;
            }

            _waiting.RemoveFirst();
            _running.Since = now;
            return _running;
        }
    }

    public void End(WaitingCell cell)
    {
        lock (_lock)
        {
            _running = _running == cell ? null : _running;
        }
    }

    /// <summary>Takes all that wait out of the line and stops the one that runs.</summary>
    /// <returns>Those that waited; null where there was nothing.</returns>
    public IReadOnlyList<WaitingCell>? Interrupt()
    {
        WaitingCell? running;
        List<WaitingCell> dropped;
        lock (_lock)
        {
            running = _running;
            dropped = [.. _waiting];
            _waiting.Clear();
        }

        running?.Interrupt();
        return running is null && dropped.Count == 0 ? null : dropped;
    }

    /// <summary>Each cell that waits or runs, and since when.</summary>
    public ImmutableDictionary<string, (CellPhase Phase, DateTimeOffset Since)> Phases()
    {
        lock (_lock)
        {
            var phases = _waiting.ToImmutableDictionary(waiting => waiting.Cell, waiting => (CellPhase.Waiting, waiting.Since));
            return _running is { } running ? phases.SetItem(running.Cell, (CellPhase.Running, running.Since)) : phases;
        }
    }
}
