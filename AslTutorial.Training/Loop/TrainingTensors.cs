using AslTutorial.Training.Checkpoints;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Training.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>
/// The tensors that training changes: the net's and Adam's, as a checkpoint names them, and the sums of an epoch. They stay
/// where they are from run to run, as a recorded step needs them to.
/// </summary>
internal sealed class TrainingTensors : IDisposable
{
    private const string NetPrefix = "net.";
    private const string MeanPrefix = "adam.mean.";
    private const string SquarePrefix = "adam.square.";
    private const string StepsName = "adam.steps";

    /// <param name="shape">The net.</param>
    /// <param name="images">Of the larger data set.</param>
    /// <param name="device">Where they lie.</param>
    /// <param name="type">float32, or float64 for reference computations.</param>
    public TrainingTensors(NetShape shape, int images, Device device, ScalarType type = ScalarType.Float32)
    {
        Net = NetState.Create(shape, seed: 0, device, type);
        Adam = AdamState.For(Net);
        Totals = new(images, device, type);
    }

    public NetState Net { get; }

    public AdamState Adam { get; }

    public RunningTotals Totals { get; }

    /// <summary>As a run begins.</summary>
    public void Start(TrainingSettings settings)
    {
        using var fresh = NetState.Create(Net.Shape, SeedStream.Weights(settings.Seed), CPU, Net.Packed.Whole.dtype);
        Net.CopyFrom(fresh);
        Adam.Reset();
        Adam.LearningRate.fill_(settings.LearningRate);
    }

    /// <summary>As a run goes on.</summary>
    /// <exception cref="SafeTensorsException">A tensor is missing or of another shape.</exception>
    public void Restore(Checkpoint checkpoint)
    {
        using var scope = NewDisposeScope();
        var file = new SafeTensorsFile(checkpoint.Tensors, new Dictionary<string, string>());
        foreach (var (spec, tensor) in Net.Named())
        {
            // copy_ copies by index and keeps the parameter's memory layout.
            tensor.copy_(NetFile.Import(file, NetPrefix + spec.Name, spec));
        }

        foreach (var (spec, mean, square) in AdamTensors())
        {
            mean.copy_(NetFile.Import(file, MeanPrefix + spec.Name, spec));
            square.copy_(NetFile.Import(file, SquarePrefix + spec.Name, spec));
        }

        Adam.Steps.copy_(NetFile.Import(file, StepsName, new TensorSpec(StepsName, [])));
        Adam.LearningRate.fill_(checkpoint.Settings.LearningRate);
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
        Totals.Dispose();
        Adam.Dispose();
        Net.Dispose();
    }

    private IEnumerable<(TensorSpec Spec, Tensor Mean, Tensor Square)> AdamTensors() =>
        Net.Layout.Parameters.Zip(Adam.Means, Adam.Squares);
}
