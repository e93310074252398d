using static TorchSharp.torch;

namespace AslTutorial.Training.Loop.Steps;

/// <summary>Steps as one call of a script each, or as replays of a graph where there is one.</summary>
/// <param name="program">Of the net that is trained.</param>
/// <param name="tensors">Of the same net.</param>
/// <param name="masks">The graph's where there is one; null for a net without dropout, or in eval mode.</param>
/// <param name="graph">For batches of its size; the last, smaller one goes the ordinary way. It outlives the steps.</param>
internal sealed class ScriptSteps(NetProgram program, TrainingTensors tensors, DropoutMasks? masks, StepGraph? graph = null) : ITrainingSteps
{
    /// <summary>
    /// A GPU takes orders for hundreds of steps ahead. Then nobody would know how far it is, and a cancel would come late;
    /// waiting for it now and then costs less than a hundredth.
    /// </summary>
    private const int StepsAhead = 16;

    private readonly bool _runsAhead = tensors.Net.Packed.Whole.device.type == TorchSharp.DeviceType.CUDA;
    private int _ahead;

    public void BeginEpoch(long maskSeed)
    {
        tensors.Totals.Clear();
        masks?.Seed(maskSeed);
        _ahead = 0;
    }

    public void Step(DeviceData data, Tensor index)
    {
        if (graph?.TryReplay(data, index) != true)
        {
            program.Step(data, index, tensors, masks);
        }

        if (_runsAhead && ++_ahead == StepsAhead)
        {
            _ahead = 0;
            cuda.synchronize();
        }
    }

    public TotalsReading Read() => tensors.Totals.Read();

    public void Dispose()
    {
        if (graph is null)
        {
            masks?.Dispose();
        }
    }
}
