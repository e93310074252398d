using System.Diagnostics;

namespace AslTutorial.Training.Loop.Pieces;

/// <summary>
/// A point that all participants reach before any goes on. What one has written before, all see afterwards. It can be
/// broken: then nobody waits there any more.
/// </summary>
internal sealed class Meeting
{
    /// <summary>Between two looks: some 100 ns.</summary>
    private const int Pauses = 3;

    private readonly object _sleep = new();
    private int _arrived;
    private int _round;
    private int _sleepers;
    private volatile bool _isBroken;

    /// <param name="participants">The same for all of them.</param>
    /// <param name="patience">The caller's.</param>
    /// <returns>False if it was broken before all had come.</returns>
    public bool Meet(int participants, Patience patience)
    {
        var round = Volatile.Read(ref _round);
        if (_isBroken)
        {
            return false;
        }

        if (Interlocked.Increment(ref _arrived) == participants)
        {
            Volatile.Write(ref _arrived, 0);
            Interlocked.Increment(ref _round);
            WakeSleepers();
            return true;
        }

        if (!Spin(round, patience))
        {
            Sleep(round);
        }

        return Volatile.Read(ref _round) != round;
    }

    public void Break()
    {
        _isBroken = true;
        Interlocked.MemoryBarrier();
        WakeSleepers();
    }

    /// <summary>As if it had never been broken; to be called when nobody is in it.</summary>
    public void Mend()
    {
        _arrived = 0;
        _isBroken = false;
    }

    private bool IsOver(int round) => Volatile.Read(ref _round) != round || _isBroken;

    private bool Spin(int round, Patience patience)
    {
        if (!patience.MaySpin())
        {
            return IsOver(round);
        }

        var end = Stopwatch.GetTimestamp() + Patience.SpinTicks;
        do
        {
            Thread.SpinWait(Pauses);
            if (IsOver(round))
            {
                patience.Spun(wasEnough: true);
                return true;
            }
        }
        while (Stopwatch.GetTimestamp() < end);

        patience.Spun(wasEnough: false);
        return false;
    }

    private void Sleep(int round)
    {
        lock (_sleep)
        {
            // The waiter counts itself before reading the round, the last one changes the round before reading the count: at least one of them sees the other.
            Interlocked.Increment(ref _sleepers);
            while (!IsOver(round))
            {
                Monitor.Wait(_sleep);
            }

            Interlocked.Decrement(ref _sleepers);
        }
    }

    private void WakeSleepers()
    {
        if (Volatile.Read(ref _sleepers) > 0)
        {
            lock (_sleep)
            {
                Monitor.PulseAll(_sleep);
            }
        }
    }
}
