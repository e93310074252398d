using System.Diagnostics;
using static TorchSharp.torch;

namespace AslTutorial.Training.Benchmarks;

/// <summary>Milliseconds of one call, over many.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Median">Half of the calls took no longer.</param>
/// <param name="Min">The fastest: what the machine can do when nothing disturbs it.</param>
/// <param name="Calls">How many.</param>
internal sealed record Measurement(double Mean, double Median, double Min, int Calls)
{
    private const int WarmUp = 10;

    /// <summary>Calls an action again and again, each time in a dispose scope of its own.</summary>
    public static Measurement Of(int calls, Action action)
    {
        for (var call = 0; call < WarmUp; call++)
        {
            Once(action);
        }

        var times = new double[calls];
        for (var call = 0; call < calls; call++)
        {
            times[call] = Once(action);
        }

        Array.Sort(times);
        return new(times.Average(), times[calls / 2], times[0], calls);
    }

    /// <summary>Milliseconds of a single call.</summary>
    public static double Once(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        using (NewDisposeScope())
        {
            action();
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
