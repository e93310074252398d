using AslTutorial.Training.Contracts;
using AslTutorial.Training.Native.Graphs;

namespace AslTutorial.Training.Loop.Steps;

/// <summary>The recorded steps of a trainer: those of the default settings are kept, and the last of others.</summary>
/// <param name="graphs">What records them.</param>
/// <param name="data">The images that are trained on: all runs use these.</param>
internal sealed class StepGraphs(ICudaGraphs graphs, DeviceData data) : IDisposable
{
    private readonly Dictionary<TrainingSettings, (TrainingTensors Tensors, StepGraph Graph)> _kept = [];

    /// <summary>The recorded step, recorded now if it is not there: the tensors' values are of no use afterwards.</summary>
    /// <returns>Null where the step cannot be recorded, or no batch would be of this size.</returns>
    public StepGraph? Find(NetProgram program, TrainingTensors tensors, TrainingSettings settings)
    {
        var key = Key(settings);
        if (_kept.TryGetValue(key, out var known))
        {
            return known.Graph;
        }

        if (settings.BatchSize > data.Count)
        {
            return null;
        }

        // A graph keeps the memory of its step's activations: a gigabyte at the largest batch size.
        Drop(other => other != Key(new(Model: other.Model)));
        var masks = settings.Model == ModelKind.Cnn ? new DropoutMasks(settings, settings.BatchSize, data.Images.device) : null;
        if (StepGraph.Record(graphs, program, tensors, data, masks, settings.BatchSize) is not { } recorded)
        {
            return null;
        }

        _kept.Add(key, (tensors, recorded));
        return recorded;
    }

    /// <summary>Gives up what was recorded on these tensors.</summary>
    public void Forget(TrainingTensors tensors) => Drop(key => ReferenceEquals(_kept[key].Tensors, tensors));

    public void Dispose() => Drop(_ => true);

    /// <summary>What a recording depends on; the rest of the settings may change from run to run.</summary>
    private static TrainingSettings Key(TrainingSettings settings) =>
        new(Model: settings.Model, BatchSize: settings.BatchSize, Cnn: settings.Model == ModelKind.Cnn ? settings.Cnn : null);

    private void Drop(Predicate<TrainingSettings> which)
    {
        foreach (var key in _kept.Keys.Where(key => which(key)).ToList())
        {
            _kept.Remove(key, out var kept);
            kept.Graph.Dispose();
        }
    }
}
