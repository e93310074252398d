using System.Diagnostics;
using System.Runtime.ExceptionServices;
using AslTutorial.Training.Native;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop.Pieces;

/// <summary>
/// Threads that do the parts of a work side by side, a piece each, and meet after every part. The thread that calls is one
/// of them; the others live as long as this object. libtorch itself computes with one thread in each.
/// </summary>
internal sealed class Crew : IDisposable
{
    /// <summary>What the names of its threads begin with.</summary>
    public const string ThreadPrefix = "training ";

    private readonly Thread[] _helpers;
    private readonly Patience[] _atGate;
    private readonly Patience[] _atWork;

    // All threads wait for each other here, before and after each work.
    private readonly Meeting _gate = new();

    // Threads that have a piece wait for each other here, between its parts.
    private readonly Meeting _between = new();

    private IReadOnlyList<PiecePart> _parts = [];
    private int _pieces;
    private ExceptionDispatchInfo? _fault;

    /// <param name="threads">The caller's among them.</param>
    public Crew(int threads)
    {
        Threads = threads;
        (_atGate, _atWork) = (Patience(), Patience());
        _helpers = new Thread[threads - 1];
        try
        {
            for (var helper = 0; helper < _helpers.Length; helper++)
            {
                var piece = helper + 1;
                var thread = new Thread(() => Help(piece)) { Name = $"{ThreadPrefix}{piece}", IsBackground = true };
                thread.Start();
                _helpers[helper] = thread;
            }
        }
        catch
        {
            Dispose();
            throw;
        }

        Patience[] Patience() => [.. Enumerable.Range(0, threads).Select(_ => new Patience(spins: threads <= Environment.ProcessorCount))];
    }

    public int Threads { get; }

    /// <summary>For a device that several threads compute on; null for any other.</summary>
    public static Crew? For(TorchDevice device) => device.IsCuda || device.Info.Threads == 1 ? null : new(device.Info.Threads);

    /// <summary>Where it notes how long the parts take; null: it does not.</summary>
    public PartTimes? Times { get; set; }

    /// <summary>Does a work and returns when all threads are done with it.</summary>
    /// <param name="pieces">How many threads have a piece: the first ones.</param>
    /// <param name="parts">Done one after the other, with a meeting of these threads after each.</param>
    /// <exception cref="Exception">What the first piece that failed has thrown; then the others have ended at their next meeting.</exception>
    public void Run(int pieces, IReadOnlyList<PiecePart> parts)
    {
        (_pieces, _parts, _fault) = (pieces, parts, null);
        _gate.Meet(Threads, _atGate[0]);
        using (NewDisposeScope())
        {
            Work(piece: 0);
            _gate.Meet(Threads, _atGate[0]);
        }

        if (_fault is { } fault)
        {
            _between.Mend();
            fault.Throw();
        }
    }

    /// <summary>Ends its threads and waits until they have ended.</summary>
    public void Dispose()
    {
        _gate.Break();
        foreach (var helper in _helpers)
        {
            helper?.Join();
        }
    }

    private void Help(int piece)
    {
        // Reading it first makes torch initialise this thread with the last number set, which is then replaced.
        _ = get_num_threads();
        set_num_threads(1);
        using var grad = no_grad();
        while (_gate.Meet(Threads, _atGate[piece]))
        {
            using var scope = NewDisposeScope();
            if (piece < _pieces)
            {
                Work(piece);
            }

            _gate.Meet(Threads, _atGate[piece]);
        }
    }

    private void Work(int piece)
    {
        try
        {
            for (var part = 0; part < _parts.Count; part++)
            {
                var start = Stopwatch.GetTimestamp();
                _parts[part].Work(piece);
                var end = Stopwatch.GetTimestamp();
                if (part + 1 < _parts.Count && !_between.Meet(_pieces, _atWork[piece]))
                {
                    return;
                }

                Times?.Add(piece, part, end - start, Stopwatch.GetTimestamp() - end);
            }
        }
        catch (Exception fault)
        {
            Interlocked.CompareExchange(ref _fault, ExceptionDispatchInfo.Capture(fault), null);
            _between.Break();
        }
    }
}
