using AslTutorial.Training.Contracts;
using AslTutorial.Training.Native.Graphs;

namespace AslTutorial.Training.Loop.Steps;

/// <summary>The recorded steps of a trainer: those for the default batch size are kept, and the last of another size.</summary>
/// <param name="graphs">What records them.</param>
/// <param name="data">The images that are trained on: all runs use these.</param>
internal sealed class StepGraphs(ICudaGraphs graphs, DeviceData data) : IDisposable
{
    private readonly Dictionary<(ModelKind Kind, int BatchSize), StepGraph> _kept = [];

    /// <summary>The recorded step, recorded now if it is not there: the tensors' values are of no use afterwards.</summary>
    /// <returns>Null where the step cannot be recorded, or no batch would be of this size.</returns>
    public StepGraph? Find(NetProgram program, TrainingTensors tensors, int batchSize)
    {
        var kind = tensors.Net.Kind;
        if (_kept.TryGetValue((kind, batchSize), out var known))
        {
            return known;
        }

        if (batchSize > data.Count)
        {
            return null;
        }

        MakeRoom();
        var masks = kind == ModelKind.Cnn ? new DropoutMasks(batchSize, data.Images.device) : null;
        if (StepGraph.Record(graphs, program, tensors, data, masks, batchSize) is not { } recorded)
        {
            return null;
        }

        _kept.Add((kind, batchSize), recorded);
        return recorded;
    }

    public void Dispose()
    {
        foreach (var graph in _kept.Values)
        {
            graph.Dispose();
        }

        _kept.Clear();
    }

    /// <summary>A graph keeps the memory of its step's activations: a gigabyte at the largest batch size.</summary>
    private void MakeRoom()
    {
        foreach (var key in _kept.Keys.Where(key => key.BatchSize != TrainingSettings.DefaultBatchSize).ToList())
        {
            _kept.Remove(key, out var graph);
            graph!.Dispose();
        }
    }
}
