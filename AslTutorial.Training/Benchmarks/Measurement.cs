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
    /// <summary>Calls before those that count.</summary>
    public const int WarmUp = 10;

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

    /// <summary>Milliseconds of one call among many that are waited for together.</summary>
    /// <param name="rounds">How often they are waited for.</param>
    /// <param name="calls">How many together.</param>
    /// <param name="wait">Waits until all of them are done.</param>
    public static Measurement OfMany(int rounds, int calls, Action action, Action wait)
    {
        void Round()
        {
            for (var call = 0; call < calls; call++)
            {
                using var scope = NewDisposeScope();
                action();
            }

            wait();
        }

        Once(Round);
        var times = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            times[round] = Once(Round) / calls;
        }

        Array.Sort(times);
        return new(times.Average(), times[rounds / 2], times[0], rounds * calls);
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
