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
    private readonly TrainingTensors _tensors;
    private readonly DropoutMasks _masks;
    private readonly DropoutMasks _sameMasks;
    private readonly optim.Optimizer _optimizer;
    private readonly TrainingSettings _settings;
    private readonly bool _isPlain;
    private double _lossBefore;

    /// <param name="plain">With the script for GPUs.</param>
    public StepBench(ModelKind kind, ScalarType type, int batch, double learningRate, bool plain = false)
        : this(new TrainingSettings(Model: kind, BatchSize: batch, LearningRate: learningRate), type, plain)
    {
    }

    /// <param name="settings">What is trained.</param>
    public StepBench(TrainingSettings settings, ScalarType type, bool plain)
    {
        var device = TestTorch.Device.Device;
        _settings = settings;
        _isPlain = plain;
        Data = new DeviceData(TinyHands.Data.Train, device);
        _tensors = new TrainingTensors(settings.Net, TinyHands.TrainCount, device, type);
        _tensors.Start(settings);
        Reference = new LessonNet(Net, settings.CnnOrLesson.Dropout, settings.CnnOrLesson.HeadDropout);
        _masks = new DropoutMasks(settings, settings.BatchSize, device, type);
        _sameMasks = new DropoutMasks(settings, settings.BatchSize, device, type);
        _masks.Seed(7);
        _sameMasks.Seed(7);
        _optimizer = optim.Adam(Reference.Parameters, settings.LearningRate, 0.9, 0.999);
    }

    public DeviceData Data { get; }

    public NetState Net => _tensors.Net;

    public AdamState Adam => _tensors.Adam;

    public LessonNet Reference { get; }

    /// <summary>A step of the script: its gradients and its loss.</summary>
    /// <param name="evalMode">With running statistics and without dropout.</param>
    public (Tensor[] Gradients, double Loss) Step(int step, bool evalMode = false)
    {
        using var grad = no_grad();
        var gradients = new NetProgram(Net, _isPlain).Step(Data, Index(step), _tensors, evalMode ? null : _masks);
        var sum = _tensors.Totals.Read().LossSum;
        var loss = sum - _lossBefore;
        _lossBefore = sum;
        return (gradients, loss);
    }

    /// <summary>The same step of the reference.</summary>
    public (Tensor[] Gradients, double Loss) ReferenceStep(int step, bool evalMode = false)
    {
        using var grad = enable_grad();
        var (keepMaps, keepFeatures) = evalMode ? default : ReferenceMasks();
        foreach (var parameter in Reference.Parameters.Where(parameter => parameter.grad is not null))
        {
            parameter.grad!.zero_();
        }

        var output = Reference.Forward(Data.Images.index_select(0, Index(step)), keepMaps, keepFeatures);
        var loss = nn.functional.cross_entropy(output, Data.Labels.index_select(0, Index(step)));
        loss.backward();
        Tensor[] gradients = [.. Reference.Parameters.Select(parameter => parameter.grad!.clone())];
        _optimizer.step();
        return (gradients, loss.to(ScalarType.Float64).item<double>());
    }

    /// <summary>The logits of a batch in training mode, without a step.</summary>
    public Tensor TrainingLogits(int step)
    {
        using var grad = no_grad();
        return new NetProgram(Net, _isPlain).TrainingLogits(Data, Index(step), _masks);
    }

    /// <summary>The same of the reference.</summary>
    public Tensor ReferenceTrainingLogits(int step)
    {
        using var grad = no_grad();
        var (keepMaps, keepFeatures) = ReferenceMasks();
        return Reference.Forward(Data.Images.index_select(0, Index(step)), keepMaps, keepFeatures);
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _masks.Dispose();
        _sameMasks.Dispose();
        Reference.Dispose();
        _tensors.Dispose();
        Data.Dispose();
    }

    private (Tensor Maps, Tensor Features) ReferenceMasks()
    {
        var (maps, features) = _sameMasks.Next(_settings.BatchSize);
        return (maps.view(_settings.BatchSize, _settings.Net.SecondSide, _settings.Net.SecondSide, 50).permute(0, 3, 1, 2), features);
    }

    private Tensor Index(int step) => arange(step * _settings.BatchSize, (step + 1) * _settings.BatchSize, ScalarType.Int64);
}
