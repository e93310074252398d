using System.Diagnostics;

namespace AslTutorial.Training.Loop.Pieces;

/// <summary>
/// How a thread waits for the others: it spins for some microseconds, which is quicker than to be woken, as long as that
/// has been enough lately. Where it is not, somebody else needs the cores, and the thread sleeps at once for a while.
/// </summary>
/// <param name="spins">False where there are fewer cores than threads.</param>
internal sealed class Patience(bool spins)
{
    private const int LongestPause = 64;

    private int _pause = 1;
    private int _left;

    /// <summary>In units of <see cref="Stopwatch"/>; the parts of a step differ by less among the pieces.</summary>
    public static long SpinTicks { get; } = Stopwatch.Frequency * 50 / 1_000_000;

    public bool MaySpin() => spins && --_left < 0;

    /// <param name="wasEnough">Whether what was waited for has come while the thread was spinning.</param>
    public void Spun(bool wasEnough)
    {
        _pause = wasEnough ? 1 : Math.Min(2 * _pause, LongestPause);
        _left = wasEnough ? 0 : _pause;
    }
}
