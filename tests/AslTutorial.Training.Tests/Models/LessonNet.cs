using AslTutorial.Training.Contracts;
using AslTutorial.Training.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace AslTutorial.Training.Tests.Models;

/// <summary>
/// Both nets, written down as the lesson does, layer after layer, with autograd: the reference that the scripts are
/// compared with. It has nothing in common with them but its weights. Dropout takes its masks from outside.
/// </summary>
internal sealed class LessonNet : IDisposable
{
    private readonly ModelKind _kind;
    private readonly double _dropMaps;
    private readonly double _dropFeatures;
    private readonly Dictionary<string, Tensor> _tensors;

    /// <param name="dropMaps">Of block 2.</param>
    /// <param name="dropFeatures">Of the head.</param>
    public LessonNet(NetState net, double dropMaps = 0.2, double dropFeatures = 0.3)
    {
        (_kind, _dropMaps, _dropFeatures) = (net.Kind, dropMaps, dropFeatures);
        _tensors = net.Named().ToDictionary(pair => pair.Spec.Name, pair => pair.Tensor.clone().DetachFromDisposeScope());
        Parameters = [.. net.Layout.Parameters.Select(spec => new Parameter(_tensors[spec.Name]))];
        foreach (var (spec, parameter) in net.Layout.Parameters.Zip(Parameters))
        {
            _tensors[spec.Name] = parameter;
        }
    }

    /// <summary>In the layout's order.</summary>
    public Parameter[] Parameters { get; }

    public Tensor this[string name] => _tensors[name];

    /// <param name="images">uint8, N x 784.</param>
    /// <param name="keepMaps">N x 50 x side x side of 0 and 1; null in eval mode.</param>
    /// <param name="keepFeatures">N x 512 of 0 and 1; null in eval mode.</param>
    public Tensor Forward(Tensor images, Tensor? keepMaps = null, Tensor? keepFeatures = null)
    {
        var x = images.to(Parameters[0].dtype) / 255;
        return _kind == ModelKind.Cnn ? ForwardCnn(x.reshape(-1, 1, 28, 28), keepMaps, keepFeatures) : ForwardDense(x);
    }

    public void Dispose()
    {
        foreach (var tensor in _tensors.Values)
        {
            tensor.Dispose();
        }
    }

    private Tensor ForwardCnn(Tensor x, Tensor? keepMaps, Tensor? keepFeatures)
    {
        var training = keepMaps is not null;
        x = F.max_pool2d(F.relu(Norm(Convolve(x, 0), 1, training)), 2, 2);
        x = F.max_pool2d(Dropout(F.relu(Norm(Convolve(x, 4), 5, training)), keepMaps, _dropMaps), 2, 2);
        x = F.max_pool2d(F.relu(Norm(Convolve(x, 9), 10, training)), 2, 2);
        x = F.relu(Dropout(Linear(x.flatten(1), 14), keepFeatures, _dropFeatures));
        return Linear(x, 17);
    }

    private Tensor ForwardDense(Tensor x) => Linear(F.relu(Linear(F.relu(Linear(x, 1)), 3)), 5);

    private Tensor Convolve(Tensor x, int layer) =>
        F.conv2d(x, _tensors[$"{layer}.weight"], _tensors[$"{layer}.bias"], strides: [1, 1], padding: [1, 1]);

    private Tensor Norm(Tensor x, int layer, bool training) => F.batch_norm(
        x,
        _tensors[$"{layer}.running_mean"],
        _tensors[$"{layer}.running_var"],
        _tensors[$"{layer}.weight"],
        _tensors[$"{layer}.bias"],
        training,
        0.1,
        1e-5);

    private Tensor Linear(Tensor x, int layer) => F.linear(x, _tensors[$"{layer}.weight"], _tensors[$"{layer}.bias"]);

    private static Tensor Dropout(Tensor x, Tensor? keep, double drop) => keep is null ? x : x * keep / (1 - drop);
}
