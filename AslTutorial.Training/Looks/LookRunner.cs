using System.Collections.Concurrent;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Data;
using AslTutorial.Training.Loop;
using static TorchSharp.torch;

namespace AslTutorial.Training.Looks;

/// <summary>
/// Answers looks one after the other on a thread of its own, with libtorch on the CPU whatever the device: a look is
/// some milliseconds, and a training on a card is not disturbed. Nets that were looked at are kept.
/// </summary>
internal sealed class LookRunner : ILooks, IDisposable
{
    /// <summary>Nets kept: 1.6 MB each, and scrubbing over a run's epochs reads each once.</summary>
    private const int MaxNets = 64;

    private readonly SignData _data;
    private readonly GiveWay _way;
    private readonly FeatureShelf _features = new();
    private readonly Lock _lock = new();
    private readonly List<((Guid, int, long) Key, ReadOnlyMemory<byte> File, LookedNet Net)> _nets = [];
    private readonly BlockingCollection<(LookOrder Order, TaskCompletionSource<LookResult> Done)> _waiting = [];
    private readonly Thread _thread;

    /// <param name="data">Only read.</param>
    /// <param name="way">Where a training lets looks go ahead.</param>
    public LookRunner(SignData data, GiveWay way)
    {
        (_data, _way) = (data, way);
        _thread = new(Work) { IsBackground = true, Name = "looks" };
        _thread.Start();
    }

    public bool NeedsWeights(LookOrder order)
    {
        lock (_lock)
        {
            return !LookProgram.IsOfData(order.View) && !_nets.Exists(known => known.Key == KeyOf(order));
        }
    }

    public void Keep(LookOrder order, ReadOnlyMemory<byte> weights)
    {
        var net = new LookedNet(weights);
        lock (_lock)
        {
            if (!_nets.Exists(known => known.Key == KeyOf(order)))
            {
                _nets.Insert(0, (KeyOf(order), weights, net));
                return;
            }
        }

        // Another look has fetched the same net meanwhile.
        net.Dispose();
    }

    public Task<LookResult> AnswerAsync(LookOrder order)
    {
        var done = new TaskCompletionSource<LookResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Add((order, done));
        return done.Task;
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        _thread.Join();
        _waiting.Dispose();
        _features.Dispose();
        _nets.ForEach(known => known.Net.Dispose());
    }

    private static (Guid, int, long) KeyOf(LookOrder order) => (order.RunId, order.Epoch, order.Version);

    private void Work()
    {
        using var off = no_grad();
        foreach (var (order, done) in _waiting.GetConsumingEnumerable())
        {
            using var ahead = _way.Enter();
            try
            {
                done.SetResult(Answer(order));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                done.SetException(e);
            }
        }
    }

    private LookResult Answer(LookOrder order)
    {
        using var scope = NewDisposeScope();
        var found = Find(order);
        if (found is null && !LookProgram.IsOfData(order.View))
        {
            // It was evicted while this look waited for its turn; the site asks again and it is fetched again.
            return new([], new(LookFaultCodes.NotReady, "Too many nets are looked at at once; try again."));
        }

        var net = found?.Net;
        if (LookProgram.Fault(order, net, _data) is { } fault)
        {
            return new([], fault);
        }

        if (order.View != LookView.Alike)
        {
            return new(LookProgram.Answer(order, net, _data).Write());
        }

        var (features, done) = _features.Find(KeyOf(order), found!.Value.File, _data.Train);
        return features is null ? new([], Done: done) : new(features.Nearest(order, net!, _data).Write());
    }

    /// <summary>The order's net, from now on the last looked at; too old ones go.</summary>
    private ((Guid, int, long) Key, ReadOnlyMemory<byte> File, LookedNet Net)? Find(LookOrder order)
    {
        lock (_lock)
        {
            var place = _nets.FindIndex(known => known.Key == KeyOf(order));
            if (place < 0)
            {
                return null;
            }

            var found = _nets[place];
            _nets.RemoveAt(place);
            _nets.Insert(0, found);
            foreach (var old in _nets.Skip(MaxNets))
            {
                old.Net.Dispose();
            }

            _nets.RemoveRange(Math.Min(MaxNets, _nets.Count), Math.Max(0, _nets.Count - MaxNets));
            return found;
        }
    }
}
