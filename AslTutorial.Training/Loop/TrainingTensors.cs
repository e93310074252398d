using AslTutorial.Training.Checkpoints;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>The tensors that training changes: the net's and Adam's, as a checkpoint names them.</summary>
internal sealed class TrainingTensors(NetState net, AdamState adam) : IDisposable
{
    private const string NetPrefix = "net.";
    private const string MeanPrefix = "adam.mean.";
    private const string SquarePrefix = "adam.square.";
    private const string StepsName = "adam.steps";

    public NetState Net { get; } = net;

    public AdamState Adam { get; } = adam;

    public static TrainingTensors Start(TrainingSettings settings, Device device)
    {
        var net = NetState.Create(settings.Model, SeedStream.Weights(settings.Seed), device);
        return new(net, AdamState.For(net));
    }

    /// <exception cref="SafeTensorsException">A tensor is missing or of another shape.</exception>
    public static TrainingTensors Restore(Checkpoint checkpoint, Device device)
    {
        var file = new SafeTensorsFile(checkpoint.Tensors, new Dictionary<string, string>());
        var net = NetState.Build(checkpoint.Settings.Model, device, spec => NetFile.Import(file, NetPrefix + spec.Name, spec));
        var restored = new TrainingTensors(net, AdamState.For(net));
        try
        {
            restored.RestoreAdam(file);
            return restored;
        }
        catch
        {
            restored.Dispose();
            throw;
        }
    }

    public IReadOnlyDictionary<string, TensorData> Export()
    {
        var tensors = Net.Named().ToDictionary(pair => NetPrefix + pair.Spec.Name, pair => NetFile.Export(pair.Tensor), StringComparer.Ordinal);
        foreach (var (spec, mean, square) in AdamTensors())
        {
            tensors[MeanPrefix + spec.Name] = NetFile.Export(mean);
            tensors[SquarePrefix + spec.Name] = NetFile.Export(square);
        }

        tensors[StepsName] = NetFile.Export(Adam.Steps);
        return tensors;
    }

    public void Dispose()
    {
        Adam.Dispose();
        Net.Dispose();
    }

    private void RestoreAdam(SafeTensorsFile file)
    {
        using var scope = NewDisposeScope();
        foreach (var (spec, mean, square) in AdamTensors())
        {
            // copy_ goes by position, so that the layout stays the parameter's.
            mean.copy_(NetFile.Import(file, MeanPrefix + spec.Name, spec));
            square.copy_(NetFile.Import(file, SquarePrefix + spec.Name, spec));
        }

        Adam.Steps.copy_(NetFile.Import(file, StepsName, new TensorSpec(StepsName, [])));
    }

    private IEnumerable<(TensorSpec Spec, Tensor Mean, Tensor Square)> AdamTensors() =>
        Net.Layout.Parameters.Zip(Adam.Means, Adam.Squares);
}
