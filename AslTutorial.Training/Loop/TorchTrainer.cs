using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Loop.Pieces;
using AslTutorial.Training.Loop.Steps;
using AslTutorial.Training.Native;
using AslTutorial.Training.Native.Graphs;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>
/// Trains with libtorch. The data set is put on the device once. Runs with the same seed, settings, data and thread count
/// repeat bit for bit on a CPU, and a resumed run equals one that was not interrupted.
/// </summary>
internal sealed class TorchTrainer : ITrainer, IDisposable
{
    private readonly TorchDevice _device;
    private readonly TimeProvider _time;
    private readonly DeviceData _train;
    private readonly DeviceData _valid;
    private readonly string _digest;
    private readonly StepGraphs _graphs;
    private readonly GiveWay _way;
    private readonly Dictionary<NetShape, TrainingTensors> _tensors = [];

    /// <param name="device">From <see cref="TorchRuntime.Load"/>.</param>
    /// <param name="data">Kept on the device until this is disposed.</param>
    /// <param name="graphs">What records steps; null for none.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="way">Where it lets looks go ahead; null where nobody looks.</param>
    public TorchTrainer(TorchDevice device, SignData data, ICudaGraphs? graphs = null, TimeProvider? time = null, GiveWay? way = null)
    {
        _device = device;
        _time = time ?? TimeProvider.System;
        _way = way ?? new(_time);
        _train = new(data.Train, device.Device);
        _valid = new(data.Valid, device.Device);
        _digest = data.Info.Digest;
        _graphs = new(graphs ?? NoGraphs.Instance, _train);
    }

    public DeviceInfo Device => _device.Info;

    /// <summary>Does what would otherwise delay the first run: prepares the images, compiles the scripts, records their steps.</summary>
    public void WarmUp()
    {
        using var grad = no_grad();
        using var crew = Crew.For(_device);
        foreach (var kind in Enum.GetValues<ModelKind>())
        {
            TrainerWarmUp.Run(TensorsOf(kind), _train, _graphs, crew);
        }
    }

    /// <summary>The same with nobody at the helm.</summary>
    public TrainingOutcome Train(TrainingSettings settings, byte[]? resumeFrom, ITrainingObserver observer, CancellationToken cancel) =>
        Train(settings, resumeFrom, observer, new RunControl(), cancel);

    public TrainingOutcome Train(TrainingSettings settings, byte[]? resumeFrom, ITrainingObserver observer, RunControl control, CancellationToken cancel)
    {
        using var grad = no_grad();
        var run = new TrainingRun(settings, TensorsOf(settings.Net), _graphs, _train, _valid, _digest, _device, _way, _time);
        var end = Finish(run, resumeFrom, observer, control, cancel);
        return new(end, run.Weights);
    }

    public void Dispose()
    {
        _graphs.Dispose();
        foreach (var tensors in _tensors.Values)
        {
            tensors.Dispose();
        }

        _train.Dispose();
        _valid.Dispose();
    }

    private TrainingTensors TensorsOf(NetShape shape)
    {
        if (_tensors.TryGetValue(shape, out var known))
        {
            return known;
        }

        // Programs of both lessons' nets are kept; of other recipes only the last one.
        foreach (var other in _tensors.Keys.Where(other => other != other.Kind).ToList())
        {
            _tensors.Remove(other, out var tensors);
            _graphs.Forget(tensors!);
            tensors!.Dispose();
        }

        return _tensors[shape] = new(shape, Math.Max(_train.Count, _valid.Count), _device.Device);
    }

    // A lost device is not handled here: the caller has to end the process.
    private RunEnd Finish(TrainingRun run, byte[]? resumeFrom, ITrainingObserver observer, RunControl control, CancellationToken cancel)
    {
        try
        {
            run.Run(resumeFrom, observer, control, cancel);
            return new(RunOutcome.Completed);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new(RunOutcome.Cancelled);
        }
        catch (RunFaultException fault)
        {
            return new(RunOutcome.Failed, fault.Failure);
        }
        catch (Exception fault) when (TorchFaults.IsOne(fault) && !TorchFaults.LosesDevice(fault))
        {
            return new(RunOutcome.Failed, TorchFaults.Describe(fault, _device.IsCuda));
        }
    }
}
