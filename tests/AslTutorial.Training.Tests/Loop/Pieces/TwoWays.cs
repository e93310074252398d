using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Loop.Pieces;
using AslTutorial.Training.Loop.Steps;
using AslTutorial.Training.Tests.Native;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Loop.Pieces;

/// <summary>The same steps twice: divided among threads, and as one call of the script.</summary>
internal sealed class TwoWays : IDisposable
{
    private readonly Crew _crew;
    private readonly ITrainingSteps _divided;
    private readonly ITrainingSteps _whole;
    private readonly DeviceData _data;

    /// <param name="dropsOut">For the CNN: training mode; without it, eval mode.</param>
    public TwoWays(ModelKind kind, int threads, bool dropsOut, ScalarType type = ScalarType.Float64)
    {
        const int LargestBatch = 32;
        var device = TestTorch.Device.Device;
        _crew = new Crew(threads);
        _data = new DeviceData(TinyHands.Data.Train, device);
        (Divided, Whole) = (Tensors(), Tensors());
        _divided = new PieceSteps(_crew, Divided, Masks(), LargestBatch);
        _whole = new ScriptSteps(new NetProgram(Whole.Net), Whole, Masks());
        _divided.BeginEpoch(7);
        _whole.BeginEpoch(7);

        TrainingTensors Tensors()
        {
            var tensors = new TrainingTensors(kind, TinyHands.TrainCount, device, type);
            tensors.Start(new(Model: kind));
            return tensors;
        }

        DropoutMasks? Masks() => kind == ModelKind.Cnn && dropsOut ? new(new(), LargestBatch, device, type) : null;
    }

    public TrainingTensors Divided { get; }

    public TrainingTensors Whole { get; }

    public Crew Crew => _crew;

    public void Step(int start, int images)
    {
        using var scope = NewDisposeScope();
        using var grad = no_grad();
        var index = arange(start, start + images, ScalarType.Int64);
        _divided.Step(_data, index);
        _whole.Step(_data, index);
    }

    public (TotalsReading Divided, TotalsReading Whole) Read() => (_divided.Read(), _whole.Read());

    /// <summary>The largest difference of a tensor of the nets and of Adam's, with its name.</summary>
    public (string Name, double Distance) Furthest()
    {
        using var scope = NewDisposeScope();
        return Named(Divided).Zip(Named(Whole), (one, other) => (one.Name, Distance(one.Tensor, other.Tensor))).MaxBy(pair => pair.Item2);
    }

    public void Dispose()
    {
        _divided.Dispose();
        _whole.Dispose();
        Divided.Dispose();
        Whole.Dispose();
        _data.Dispose();
        _crew.Dispose();
    }

    public static double Distance(Tensor one, Tensor other) =>
        (one - other).abs().max().to(ScalarType.Float64).item<double>();

    private static IEnumerable<(string Name, Tensor Tensor)> Named(TrainingTensors tensors) =>
    [
        .. tensors.Net.Named().Select(pair => (pair.Spec.Name, pair.Tensor)),
        .. tensors.Net.Layout.Parameters.Zip(tensors.Adam.Means, (spec, mean) => ("mean of " + spec.Name, mean)),
        .. tensors.Net.Layout.Parameters.Zip(tensors.Adam.Squares, (spec, square) => ("square of " + spec.Name, square)),
        ("steps", tensors.Adam.Steps),
    ];
}
