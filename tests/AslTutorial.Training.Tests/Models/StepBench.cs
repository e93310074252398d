using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Models;
using AslTutorial.Training.Tests.Loop;
using AslTutorial.Training.Tests.Native;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Models;

/// <summary>Runs the same steps through the script and through the lesson's net: same weights, batches and dropout masks.</summary>
internal sealed class StepBench : IDisposable
{
    private readonly AdamState _adam;
    private readonly DropoutMasks _masks;
    private readonly DropoutMasks _sameMasks;
    private readonly RunningTotals _totals;
    private readonly optim.Optimizer _optimizer;
    private readonly int _batch;
    private readonly double _learningRate;
    private double _lossBefore;

    public StepBench(ModelKind kind, ScalarType type, int batch, double learningRate)
    {
        var device = TestTorch.Device.Device;
        _batch = batch;
        _learningRate = learningRate;
        Data = new DeviceData(TinyHands.Data.Train, device);
        Net = NetState.Create(kind, 1, device, type);
        Reference = new LessonNet(Net);
        _adam = AdamState.For(Net);
        _masks = new DropoutMasks(batch, 7, device, type);
        _sameMasks = new DropoutMasks(batch, 7, device, type);
        _totals = new RunningTotals(device);
        _optimizer = optim.Adam(Reference.Parameters, learningRate, 0.9, 0.999);
    }

    public DeviceData Data { get; }

    public NetState Net { get; }

    public LessonNet Reference { get; }

    /// <summary>A step of the script: its gradients and its loss.</summary>
    public (Tensor[] Gradients, double Loss) Step(int step)
    {
        using var grad = no_grad();
        var gradients = new NetProgram(Net).Step(Data, Index(step), _adam, _masks, _totals, _learningRate, step);
        var sum = _totals.Read().LossSum;
        var loss = sum - _lossBefore;
        _lossBefore = sum;
        return (gradients, loss);
    }

    /// <summary>The same step of the reference.</summary>
    public (Tensor[] Gradients, double Loss) ReferenceStep(int step)
    {
        using var grad = enable_grad();
        var (maps, features) = _sameMasks.Next(_batch);
        var keepMaps = maps.view(_batch, 14, 14, 50).permute(0, 3, 1, 2);
        foreach (var parameter in Reference.Parameters.Where(parameter => parameter.grad is not null))
        {
            parameter.grad!.zero_();
        }

        var output = Reference.Forward(Data.Images.index_select(0, Index(step)), keepMaps, features);
        var loss = nn.functional.cross_entropy(output, Data.Labels.index_select(0, Index(step)));
        loss.backward();
        Tensor[] gradients = [.. Reference.Parameters.Select(parameter => parameter.grad!.clone())];
        _optimizer.step();
        return (gradients, loss.to(ScalarType.Float64).item<double>());
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _totals.Dispose();
        _masks.Dispose();
        _sameMasks.Dispose();
        _adam.Dispose();
        Reference.Dispose();
        Net.Dispose();
        Data.Dispose();
    }

    private Tensor Index(int step) => arange(step * _batch, (step + 1) * _batch, ScalarType.Int64);
}
