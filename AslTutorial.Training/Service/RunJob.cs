using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Service;

/// <summary>One run in this trainer's hands, trained on a thread of its own.</summary>
internal sealed class RunJob : ITrainingObserver, IDisposable
{
    private readonly ITrainer _trainer;
    private readonly Outbox _outbox;
    private readonly SiteFiles _files;
    private readonly Func<CancellationToken, Task> _pause;
    private readonly CancellationTokenSource _cancel;
    private readonly CancellationToken _stop;
    private readonly DeviceLoss _loss;
    private readonly IProgress<string> _log;
    private readonly TrainingSettings _settings;
    private bool _sawEpoch;
    private volatile bool _isAbandoned;

    /// <param name="control">Where the run is steered from.</param>
    /// <param name="loss">Ends the process where the device is lost.</param>
    /// <param name="log">Gets what a learner is not to see.</param>
    /// <param name="pause">Waits before the site is asked again for a checkpoint.</param>
    public RunJob(
        RunOrder order,
        RunControl control,
        ITrainer trainer,
        Outbox outbox,
        SiteFiles files,
        DeviceLoss loss,
        IProgress<string> log,
        Func<CancellationToken, Task> pause,
        CancellationToken stop)
    {
        (_loss, _log) = (loss, log);
        (Lease, _settings, Resume, Control) = (order.Lease, order.Settings, order.Resume, control);
        (_trainer, _outbox, _files, _pause, _stop) = (trainer, outbox, files, pause, stop);
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
    }

    public RunLease Lease { get; }

    public RunControl Control { get; }

    private bool Resume { get; }

    public void Cancel() => _cancel.Cancel();

    /// <summary>The site refuses what is reported: training ends, and no end is reported, which would pass for the learner's own.</summary>
    public void Abandon()
    {
        _isAbandoned = true;
        _cancel.Cancel();
    }

    /// <summary>Trains to the end and leaves the end's report in the outbox.</summary>
    /// <exception cref="LeaseLostException">The run is not this trainer's any more.</exception>
    /// <exception cref="OperationCanceledException">The trainer ends.</exception>
    public async Task RunAsync()
    {
        var outcome = await TrainAsync(Resume ? await FetchAsync(previous: false) : null);
        if (Resume && !_sawEpoch && outcome.End.Failure?.Code == RunFailureCodes.CheckpointUnreadable && await FetchAsync(previous: true) is { } older)
        {
            outcome = await TrainAsync(older);
        }

        if (_isAbandoned)
        {
            throw new LeaseLostException();
        }

        if (outcome.End.Outcome == RunOutcome.Cancelled)
        {
            // When the trainer ends, the run is not cancelled: another trainer goes on with it.
            _stop.ThrowIfCancellationRequested();
        }

        _outbox.Add(new EndReport(Lease, outcome.End, outcome.Weights));
    }

    public void OnNote(string sentence) => _log.Report($"Run {Lease.RunId}: {sentence}");

    public void OnStart(ReadOnlyMemory<byte> weights) => _outbox.Add(new StartReport(Lease, weights));

    public void OnSteered(SteeredRun steered) => _outbox.Add(new SteerReport(Lease, steered));

    public void OnBatch(BatchProgress progress) => _outbox.Add(Lease, progress);

    public void OnEpoch(EpochResult result, ConfusionMatrix confusion, EpochFiles files)
    {
        _sawEpoch = true;
        _outbox.Add(new EpochReport(Lease, result, confusion, files));
    }

    public void Dispose() => _cancel.Dispose();

    private async Task<byte[]?> FetchAsync(bool previous)
    {
        while (!_cancel.IsCancellationRequested)
        {
            try
            {
                return await _files.GetCheckpointAsync(Lease, previous, _cancel.Token);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                await _pause(_cancel.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        return null;
    }

    private Task<TrainingOutcome> TrainAsync(byte[]? checkpoint)
    {
        var done = new TaskCompletionSource<TrainingOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                done.SetResult(_trainer.Train(_settings, checkpoint, this, Control, _cancel.Token));
            }
            catch (Exception e) when (_loss.Ends(e))
            {
                // Reached only in tests, which replace the end of the process.
                done.SetCanceled(CancellationToken.None);
            }
            catch (Exception e)
            {
                // The trainer returns known faults as outcomes; any other exception ends the run, not the process.
                _log.Report($"Run {Lease.RunId} fails: {e}");
                var failure = new RunFailure(RunFailureCodes.Internal, PathlessText.Of($"The trainer failed: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}"));
                done.SetResult(new TrainingOutcome(new RunEnd(RunOutcome.Failed, failure), default));
            }
        })
        {
            Name = "training",
            IsBackground = true,
        };
        thread.Start();
        return done.Task;
    }
}
