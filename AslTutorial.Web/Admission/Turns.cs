namespace AslTutorial.Web.Admission;

/// <summary>Lets so many in at once, and the others in turn by learner and by address.</summary>
internal class Turns(int atOnce)
{
    private readonly Lock _lock = new();
    private readonly FairLine<TaskCompletionSource> _line = new();
    private int _free = atOnce;

    /// <summary>Waits for the caller's turn, which is over when the result is disposed.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancel = default)
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        FairLine<TaskCompletionSource>.Place place;
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return new Leave(this);
            }

            place = _line.Add(Caller.Current, entered);
        }

        try
        {
            await entered.Task.WaitAsync(cancel);
            return new Leave(this);
        }
        catch (OperationCanceledException)
        {
            bool isLate;
            lock (_lock)
            {
                isLate = !_line.Remove(place);
            }

            if (isLate)
            {
                Next();
            }

            throw;
        }
    }

    private void Next()
    {
        lock (_lock)
        {
            if (_line.TryTake(_ => true, out var next))
            {
                next.SetResult();
            }
            else
            {
                _free++;
            }
        }
    }

    private sealed class Leave(Turns turns) : IDisposable
    {
        private Turns? _turns = turns;

        public void Dispose() => Interlocked.Exchange(ref _turns, null)?.Next();
    }
}

/// <summary>Who writes to the database: SQLite has one writer at a time, and would let the others try at random.</summary>
internal sealed class WriteTurns() : Turns(atOnce: 1);
