using System.Diagnostics;

namespace AslTutorial.Training.Loop.Pieces;

/// <summary>Where the threads' time goes, part by part: added up by each thread for itself.</summary>
internal sealed class PartTimes(int threads, int parts)
{
    private readonly long[,] _work = new long[threads, parts];
    private readonly long[,] _wait = new long[threads, parts];

    public void Add(int piece, int part, long work, long wait)
    {
        _work[piece, part] += work;
        _wait[piece, part] += wait;
    }

    /// <summary>Milliseconds of all threads together that a part's work took.</summary>
    public double Work(int part) => Total(_work, part);

    /// <summary>The same for the waiting at its end.</summary>
    public double Wait(int part) => Total(_wait, part);

    private double Total(long[,] ticks, int part) =>
        Enumerable.Range(0, threads).Sum(piece => ticks[piece, part]) * 1000.0 / Stopwatch.Frequency;
}
