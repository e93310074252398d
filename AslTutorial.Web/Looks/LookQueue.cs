using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Looks;

/// <summary>
/// Has looks answered by the trainers that are there, in turn. A viewer waits with one look at most: a newer one takes its
/// place in the line, and the older is not answered. So a slider that is dragged queues nothing.
/// </summary>
internal sealed class LookQueue : IDisposable
{
    private readonly TrainerRegistry _registry;
    private readonly LookOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<LookQueue> _log;
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiting> _line = new();

    public LookQueue(TrainerRegistry registry, IOptions<LookOptions> options, TimeProvider time, ILogger<LookQueue> log)
    {
        (_registry, _options, _time, _log) = (registry, options.Value, time, log);
        _registry.Changed += Pump;
    }

    /// <summary>Asks; returns when it is answered, or will not be.</summary>
    /// <param name="order">The question.</param>
    /// <param name="digest">Of the data set that it is about.</param>
    /// <param name="viewer">Who asks: of one viewer only the newest look waits.</param>
    /// <exception cref="OperationCanceledException">The asker has gone.</exception>
    public async Task<LookReply> AskAsync(LookOrder order, string digest, string viewer, CancellationToken cancel)
    {
        var waiting = new Waiting(order, digest, viewer);
        lock (_lock)
        {
            if (Find(viewer) is { } older)
            {
                older.Value.Done.TrySetResult(new LookReply.Superseded());
                older.Value = waiting;
            }
            else if (_line.Count >= _options.Waiting)
            {
                return new LookReply.Busy();
            }
            else
            {
                _line.AddLast(waiting);
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
                _line.Remove(waiting);
            }
        }
    }

    public void Dispose() => _registry.Changed -= Pump;

    /// <summary>Gives the first in line to whoever can answer them.</summary>
    private void Pump()
    {
        lock (_lock)
        {
            for (var node = _line.First; node is not null;)
            {
                var (next, waiting) = (node.Next, node.Value);
                var (link, isThere) = _registry.TakeForLook(waiting.Digest);
                if (link is not null || !isThere)
                {
                    _line.Remove(node);
                }

                if (link is not null)
                {
                    _ = SendAsync(link, waiting);
                }
                else if (!isThere)
                {
                    waiting.Done.TrySetResult(new LookReply.NoTrainer());
                }

                node = next;
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
            _log.LogWarning("The trainer {Trainer} has not answered a look: {Reason}", link.Name, e.Message);
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
            case { Fault: { } fault }:
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

    private LinkedListNode<Waiting>? Find(string viewer)
    {
        for (var node = _line.First; node is not null; node = node.Next)
        {
            if (node.Value.Viewer == viewer)
            {
                return node;
            }
        }

        return null;
    }

    private sealed class Waiting(LookOrder order, string digest, string viewer)
    {
        public LookOrder Order { get; } = order;

        public string Digest { get; } = digest;

        public string Viewer { get; } = viewer;

        public TaskCompletionSource<LookReply> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
