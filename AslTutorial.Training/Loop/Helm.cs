using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Loop;

/// <summary>Steers a run between two batches: pause, another learning rate, an earlier end; each with its batch, to be repeated.</summary>
/// <param name="settings">Of the run, with the changes that are known before.</param>
/// <param name="control">Where orders come from.</param>
/// <param name="setRate">Takes the rate for the steps from now on; called only where it changes.</param>
/// <param name="report">Told after every order.</param>
internal sealed class Helm(TrainingSettings settings, RunControl control, Action<double> setRate, Action<SteeredRun> report, TimeProvider time)
{
    private RunSteering? _steering = settings.Steering;
    private int? _lastEpoch = control.LastEpoch;
    private double? _rate;
    private bool _paused;

    /// <summary>What the run would have to be started with to be repeated, up to here.</summary>
    public TrainingSettings Settings => settings with { Steering = _steering };

    /// <summary>How many there will be.</summary>
    public int Epochs => _lastEpoch is { } last ? Math.Min(last + 1, settings.Epochs) : settings.Epochs;

    /// <summary>The time that the run has waited.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>Before an epoch; waits while the run is paused.</summary>
    /// <returns>Whether there is such an epoch.</returns>
    public bool Begins(int epoch, CancellationToken cancel)
    {
        // This epoch has not begun, so the run ends after the one before it; at least one epoch is trained.
        Follow(epoch, batch: 0, current: Math.Max(epoch - 1, 0), cancel);
        return epoch < Epochs;
    }

    /// <summary>Before a batch; waits while the run is paused.</summary>
    /// <returns>Whether it has waited.</returns>
    public bool Steer(int epoch, int batch, CancellationToken cancel)
    {
        var hasWaited = Follow(epoch, batch, epoch, cancel);
        var rate = RunSteering.RateAt(_steering, settings.LearningRate, epoch, batch);
        if (!rate.Equals(_rate))
        {
            setRate(rate);
            _rate = rate;
        }

        return hasWaited;
    }

    private bool Follow(int epoch, int batch, int current, CancellationToken cancel)
    {
        Take(epoch, batch, current);
        if (!_paused)
        {
            return false;
        }

        var start = time.GetTimestamp();
        while (_paused && epoch < Epochs)
        {
            control.Wait(cancel);
            Take(epoch, batch, current);
        }

        Waited += time.GetElapsedTime(start);
        return true;
    }

    private void Take(int epoch, int batch, int current)
    {
        if (control.Take() is not { } order)
        {
            return;
        }

        _paused = order.Paused;
        _lastEpoch = order.StopAfterEpoch ? _lastEpoch ?? current : null;
        if (order.LearningRate is { } rate)
        {
            _steering = RunSteering.Change(_steering, settings.LearningRate, epoch, batch, rate);
        }

        report(new(_steering, _paused, _lastEpoch, epoch, batch));
    }
}
