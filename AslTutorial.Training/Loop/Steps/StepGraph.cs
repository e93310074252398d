using AslTutorial.Training.Native.Graphs;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop.Steps;

/// <summary>
/// A training step recorded once and replayed: on a GPU a step's work takes a quarter of the time that ordering it takes.
/// What changes from step to step lies in tensors: the batch, the masks, the learning rate, the counts.
/// </summary>
internal sealed class StepGraph : IDisposable
{
    private readonly DeviceData _data;
    private readonly Tensor _index;
    private readonly ICudaGraph _recorded;

    private StepGraph(DeviceData data, DropoutMasks? masks, Tensor index, ICudaGraph recorded) =>
        (_data, Masks, _index, _recorded) = (data, masks, index, recorded);

    /// <summary>What the recorded step draws into; a smaller batch is to use them too.</summary>
    public DropoutMasks? Masks { get; }

    public int BatchSize => (int)_index.shape[0];

    /// <summary>Records the step. It is made a few times on the way: the tensors' values are of no use afterwards.</summary>
    /// <param name="masks">Of this size, and this graph's from now on; null for a net without dropout.</param>
    /// <returns>Null where it cannot be recorded.</returns>
    public static StepGraph? Record(ICudaGraphs graphs, NetProgram program, TrainingTensors tensors, DeviceData data, DropoutMasks? masks, int batchSize)
    {
        using var scope = NewDisposeScope();
        masks?.Seed(0);
        tensors.Totals.Clear();
        var index = arange(batchSize, ScalarType.Int64, data.Images.device);
        var recorded = graphs.Record(() =>
        {
            using var inner = NewDisposeScope();
            program.Step(data, index, tensors, masks);
        });
        if (recorded is not null)
        {
            return new(data, masks, index.DetachFromDisposeScope(), recorded);
        }

        masks?.Dispose();
        return null;
    }

    /// <summary>Makes the step, if the batch is of the recorded size and of the same images.</summary>
    public bool TryReplay(DeviceData data, Tensor index)
    {
        if (!ReferenceEquals(data, _data) || index.shape[0] != BatchSize)
        {
            return false;
        }

        _index.copy_(index);
        _recorded.Replay();
        return true;
    }

    public void Dispose()
    {
        // The graph is disposed first, because it uses the memory of the others.
        _recorded.Dispose();
        _index.Dispose();
        Masks?.Dispose();
    }
}
