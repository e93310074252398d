namespace AslTutorial.Web.Content.Saved;

/// <summary>
/// Merges many calls into one, made after a quiet moment, or at the latest some time after the first. Saving in an editor raises
/// several events, and at the first of them the file may be half written.
/// </summary>
internal sealed class Debounce : IDisposable
{
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(80);
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    private readonly TimeProvider _time;
    private readonly Action _action;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private long? _first;
    private bool _gone;

    public Debounce(TimeProvider time, Action action)
    {
        (_time, _action) = (time, action);
        _timer = time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Poke()
    {
        lock (_lock)
        {
            if (_gone)
            {
                return;
            }

            var now = _time.GetTimestamp();
            _first ??= now;
            var left = Longest - _time.GetElapsedTime(_first.Value, now);
            _timer.Change(left < TimeSpan.Zero ? TimeSpan.Zero : left < Quiet ? left : Quiet, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _gone = true;
        }

        _timer.Dispose();
    }

    private void Fire()
    {
        lock (_lock)
        {
            if (_gone || _first is null)
            {
                return;
            }

            _first = null;
        }

        _action();
    }
}
