using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Looks;

/// <summary>
/// Has looks answered by the trainers that are there, in turn by learner and by address. A viewer waits with one look at most: a newer one takes its
/// place in the line, and the older is not answered. So a slider that is dragged queues nothing.
/// </summary>
internal sealed class LookQueue : IDisposable
{
    private readonly TrainerRegistry _registry;
    private readonly IFarLooks _far;
    private readonly LookOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<LookQueue> _log;
    private readonly Lock _lock = new();
    private readonly FairLine<Waiting> _line = new();
    private readonly Dictionary<string, FairLine<Waiting>.Place> _byViewer = new(StringComparer.Ordinal);

    public LookQueue(TrainerRegistry registry, IFarLooks far, IOptions<LookOptions> options, TimeProvider time, ILogger<LookQueue> log)
    {
        (_registry, _far, _options, _time, _log) = (registry, far, options.Value, time, log);
        _registry.Changed += Pump;
    }

    /// <summary>Asks; returns when it is answered, or will not be.</summary>
    /// <param name="order">The question.</param>
    /// <param name="digest">Of the data set that it is about.</param>
    /// <param name="viewer">Who asks: of one viewer only the newest look waits.</param>
    /// <exception cref="OperationCanceledException">The asker has gone.</exception>
    public async Task<LookReply> AskAsync(LookOrder order, string digest, string viewer, CancellationToken cancel) =>
        await AskHereAsync(order, digest, viewer, cancel) is var reply and not LookReply.NoTrainer ? reply : await _far.AskAsync(order, digest, viewer, cancel);

    /// <summary>The same, of this node's trainers alone.</summary>
    public async Task<LookReply> AskHereAsync(LookOrder order, string digest, string viewer, CancellationToken cancel)
    {
        var waiting = new Waiting(order, digest, viewer);
        lock (_lock)
        {
            if (_byViewer.TryGetValue(viewer, out var older))
            {
                older.Item.Done.TrySetResult(new LookReply.Superseded());
                older.Item = waiting;
            }
            else if (_line.Count >= _options.Waiting)
            {
                return new LookReply.Busy();
            }
            else
            {
                _byViewer[viewer] = _line.Add(Caller.Current, waiting);
            }
        }

        Pump();
        try
        {
            return await waiting.Done.Task.WaitAsync(cancel);
        }
        finally
        {
            lock (_lock)
            {
                if (_byViewer.TryGetValue(viewer, out var place) && place.Item == waiting)
                {
                    _byViewer.Remove(viewer);
                    _line.Remove(place);
                }
            }
        }
    }

    public void Dispose() => _registry.Changed -= Pump;

    /// <summary>Gives the first in line to whoever can answer them.</summary>
    private void Pump()
    {
        lock (_lock)
        {
            (TrainerLink? Link, bool IsThere) free = default;
            var busy = new HashSet<string>(StringComparer.Ordinal);
            while (_line.TryTake(CanGo, out var next))
            {
                _byViewer.Remove(next.Viewer);
                if (free.Link is { } link)
                {
                    _ = SendAsync(link, next);
                }
                else
                {
                    next.Done.TrySetResult(new LookReply.NoTrainer());
                }
            }

            // Who waits for the same trainers as one before them does not pass them, although one has just become free: it comes here again.
            bool CanGo(Waiting waiting)
            {
                if (!busy.Contains(waiting.Digest))
                {
                    free = _registry.TakeForLook(waiting.Digest);
                    if (free is not (null, true))
                    {
                        return true;
                    }

                    busy.Add(waiting.Digest);
                }

                return false;
            }
        }
    }

    private async Task SendAsync(TrainerLink link, Waiting waiting)
    {
        // Out of the lock, whose thread began this.
        await Task.Yield();
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_options.Seconds), _time);
            var result = await link.LookAsync(waiting.Order, limit.Token);
            waiting.Done.TrySetResult(Judge(result, waiting.Order, link));
        }
        catch (Exception e)
        {
            _log.LogWarning("The trainer {Trainer} has not answered a look: {Reason}", link.Name, ReportRanges.OneLine(e.Message, ReportRanges.MaxFault));
            waiting.Done.TrySetResult(new LookReply.NoTrainer());
        }
        finally
        {
            _registry.ReleaseLook(link);
            Pump();
        }
    }

    private LookReply Judge(LookResult result, LookOrder order, TrainerLink link)
    {
        switch (result)
        {
            case { Fault: { } told }:
                var fault = told with { Text = ReportRanges.OneLine(told.Text, ReportRanges.MaxFault) };
                if (fault.Code == LookFaultCodes.Internal)
                {
                    _log.LogError("The trainer {Trainer} could not answer the look {View}: {Reason}", link.Name, order.View, fault.Text);
                }

                return new LookReply.Refused(fault);
            case { Done: < 1 and var done }:
                return new LookReply.NotYet(Math.Max(0, done));
            case { File.Length: > 0 and <= LookLimits.MaxFileBytes }:
                return new LookReply.File(result.File);
            default:
                return new LookReply.Refused(new(LookFaultCodes.Internal, "The trainer's answer is too large."));
        }
    }

    private sealed class Waiting(LookOrder order, string digest, string viewer)
    {
        public LookOrder Order { get; } = order;

        public string Digest { get; } = digest;

        public string Viewer { get; } = viewer;

        public TaskCompletionSource<LookReply> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
