using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Service;

/// <summary>Takes orders and works on them one after the other. A run is in hand until its end has been answered.</summary>
internal sealed class RunDesk : IDisposable
{
    private readonly ServiceState _state;
    private readonly Outbox _outbox;
    private readonly SiteFiles _files;
    private readonly ServiceOptions _options;
    private readonly TimeProvider _time;
    private readonly IProgress<string> _log;
    private readonly DeviceLoss _loss;
    private readonly Lock _lock = new();
    private readonly Signal _ordered = new();
    private readonly HashSet<RunLease> _cancelled = [];
    private (RunOrder Order, RunControl Control)? _waiting;
    private RunJob? _job;
    private TaskCompletionSource<bool> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RunDesk(ServiceState state, Outbox outbox, SiteFiles files, ServiceOptions options, DeviceLoss loss, TimeProvider time, IProgress<string> log)
    {
        (_state, _outbox, _files, _options, _loss, _time, _log) = (state, outbox, files, options, loss, time, log);
        outbox.Answered += (report, taken) =>
        {
            if (!taken)
            {
                Abandon(report.Lease);
            }
            else if (report is EndReport)
            {
                Complete(report.Lease);
            }
        };
    }

    public void Take(RunOrder order)
    {
        lock (_lock)
        {
            // A later order replaces one that has not begun, because the site has withdrawn that one.
            _waiting = (order, new RunControl(order.LastEpoch));
        }

        _ordered.Wake();
    }

    public void Cancel(RunLease lease)
    {
        lock (_lock)
        {
            if (_job?.Lease == lease)
            {
                _job.Cancel();
            }
            else if (_waiting?.Order.Lease == lease)
            {
                _cancelled.Add(lease);
            }
        }
    }

    public void Steer(RunLease lease, SteerOrder order)
    {
        lock (_lock)
        {
            var control = _job?.Lease == lease ? _job.Control : _waiting?.Order.Lease == lease ? _waiting?.Control : null;
            control?.Steer(order);
        }
    }

    /// <summary>The run is not this trainer's any more: nothing more is reported of it.</summary>
    public void Abandon(RunLease lease)
    {
        lock (_lock)
        {
            if (_job?.Lease != lease)
            {
                return;
            }

            _outbox.Drop(lease);
            _job.Abandon();
            _answered.TrySetResult(false);
        }
    }

    public async Task RunAsync(ITrainer trainer, CancellationToken stop)
    {
        while (true)
        {
            await _ordered.WaitAsync(stop);
            if (Begin(trainer, stop) is { } job)
            {
                using (job)
                {
                    await WorkAsync(job, stop);
                }
            }
        }
    }

    public void Dispose() => _job?.Dispose();

    private async Task WorkAsync(RunJob job, CancellationToken stop)
    {
        _state.Change(d => d with { Phase = TrainerPhase.Busy, Current = job.Lease });
        _log.Report($"Run {job.Lease.RunId} begins.");
        try
        {
            await job.RunAsync();
            if (!await _answered.Task.WaitAsync(stop))
            {
                throw new LeaseLostException();
            }
        }
        catch (LeaseLostException)
        {
            _log.Report($"Run {job.Lease.RunId} is not this trainer's any more.");
        }
        finally
        {
            lock (_lock)
            {
                _job = null;
            }

            _outbox.Drop(job.Lease);
        }

        _log.Report($"Run {job.Lease.RunId} is done with.");
        _state.Change(d => d with { Phase = TrainerPhase.Idle, Current = null });
    }

    private RunJob? Begin(ITrainer trainer, CancellationToken stop)
    {
        lock (_lock)
        {
            if (_waiting is not var (order, control))
            {
                return null;
            }

            _waiting = null;
            _answered = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _job = new RunJob(order, control, trainer, _outbox, _files, _loss, _log, cancel => Task.Delay(_options.ShortestRetry, _time, cancel), stop);
            if (_cancelled.Remove(order.Lease))
            {
                _job.Cancel();
            }

            _cancelled.Clear();
            return _job;
        }
    }

    private void Complete(RunLease lease)
    {
        lock (_lock)
        {
            if (_job?.Lease == lease)
            {
                _answered.TrySetResult(true);
            }
        }
    }
}
