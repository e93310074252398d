using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Looks;

/// <summary>
/// Sends looks to the connected trainers, in fair turns by learner and by address. Of each viewer at most one look waits: a newer one takes
/// its place in the line, and the older is not answered. So dragging a slider does not fill the queue.
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

    /// <summary>Asks; returns when the look is answered or refused.</summary>
    /// <param name="order">The question.</param>
    /// <param name="digest">Identifies the data set that the look needs.</param>
    /// <param name="viewer">Identifies the viewer, of whom only the newest look waits.</param>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public async Task<LookOutcome> AskAsync(LookOrder order, string digest, string viewer, CancellationToken cancel) =>
        await AskHereAsync(order, digest, viewer, cancel) is var outcome and not LookOutcome.NoTrainer ? outcome : await _far.AskAsync(order, digest, viewer, cancel);

    /// <summary>The same, with this node's trainers only.</summary>
    public async Task<LookOutcome> AskHereAsync(LookOrder order, string digest, string viewer, CancellationToken cancel)
    {
        var waiting = new Waiting(order, digest, viewer);
        lock (_lock)
        {
            if (_byViewer.TryGetValue(viewer, out var older))
            {
                older.Item.Done.TrySetResult(new LookOutcome.Superseded());
                older.Item = waiting;
            }
            else if (_line.Count >= _options.Waiting)
            {
                return new LookOutcome.Busy();
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

    /// <summary>Sends the first looks in line to trainers that can answer them.</summary>
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
                    next.Done.TrySetResult(new LookOutcome.NoTrainer());
                }
            }

            // A data set found busy stays busy in this pass, even if a trainer becomes free, or later looks would overtake.
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
        // Continue outside the caller's lock.
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
            waiting.Done.TrySetResult(new LookOutcome.NoTrainer());
        }
        finally
        {
            _registry.ReleaseLook(link);
            Pump();
        }
    }

    private LookOutcome Judge(LookResult result, LookOrder order, TrainerLink link)
    {
        switch (result)
        {
            case { Fault: { } told }:
                var fault = told with { Text = ReportRanges.OneLine(told.Text, ReportRanges.MaxFault) };
                if (fault.Code == LookFaultCodes.Internal)
                {
                    _log.LogError("The trainer {Trainer} could not answer the look {View}: {Reason}", link.Name, order.View, fault.Text);
                }

                return new LookOutcome.Refused(fault);
            case { Done: < 1 and var done }:
                return new LookOutcome.NotYet(Math.Max(0, done));
            case { File.Length: > 0 and <= LookLimits.MaxFileBytes }:
                return new LookOutcome.File(result.File);
            default:
                return new LookOutcome.Refused(new(LookFaultCodes.Internal, "The trainer's answer is too large."));
        }
    }

    private sealed class Waiting(LookOrder order, string digest, string viewer)
    {
        public LookOrder Order { get; } = order;

        public string Digest { get; } = digest;

        public string Viewer { get; } = viewer;

        public TaskCompletionSource<LookOutcome> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
