using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Service;

/// <summary>Takes the site's orders to run cells and knows which are under way.</summary>
internal sealed class CellDesk
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, CancellationTokenSource> _running = [];
    private ICellPrograms? _programs;

    /// <summary>From here on cells can be run.</summary>
    public void Open(ICellPrograms programs)
    {
        lock (_lock)
        {
            _programs = programs;
        }
    }

    /// <summary>Runs a cell; nothing is thrown.</summary>
    public async Task<CellResult> RunAsync(Guid id, CellOrder order)
    {
        // Registered before the first await, so that an interrupt finds it.
        using var interrupt = new CancellationTokenSource();
        ICellPrograms? programs;
        lock (_lock)
        {
            programs = _programs;
            if (programs is null || _running.Count >= CellLimits.MaxWaiting || !_running.TryAdd(id, interrupt))
            {
                return programs is null
                    ? Refuse(CellFaultCodes.NotReady, "The trainer has not loaded its data yet.", order)
                    : Refuse(CellFaultCodes.Busy, "Too many cells are waiting; try again in a moment.", order);
            }
        }

        try
        {
            var result = await programs.RunAsync(order, interrupt.Token).ConfigureAwait(false);
            return CellLimits.SizeOf(result) <= CellLimits.MaxResultBytes
                ? result
                : Refuse(CellFaultCodes.Internal, $"The outputs of {order.Cell} take more than {CellLimits.MaxResultBytes} bytes.", order);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Refuse(CellFaultCodes.Internal, $"The cell {order.Cell} failed: {e.GetType().Name}.", order);
        }
        finally
        {
            lock (_lock)
            {
                _running.Remove(id);
            }
        }
    }

    public void Interrupt(Guid id)
    {
        lock (_lock)
        {
            if (_running.TryGetValue(id, out var interrupt))
            {
                interrupt.Cancel();
            }
        }
    }

    public void InterruptAll()
    {
        lock (_lock)
        {
            // A copy, because cancelling may remove an entry on this very thread.
            foreach (var interrupt in _running.Values.ToList())
            {
                interrupt.Cancel();
            }
        }
    }

    private static CellResult Refuse(string code, string text, CellOrder order) => new([], 0, [], new(code, text, order.Cell));
}
