using AslTutorial.Training.Loop;
using AslTutorial.Training.Models;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace AslTutorial.Training.Benchmarks;

/// <summary>
/// Times the parts of the CNN's step one by one, with the functions that the step itself is made of, on tensors of the
/// same shapes and layouts.
/// </summary>
internal sealed class LayerBench(TrainingTensors tensors, DeviceData data, DropoutMasks masks, int batchSize)
{
    private const int Calls = 60;

    private readonly List<LayerTime> _times = [];
    private readonly NetState _net = tensors.Net;

    public IReadOnlyList<LayerTime> Run()
    {
        using var scope = NewDisposeScope();
        var index = randperm(data.Count, ScalarType.Int64).slice(0, 0, batchSize, 1).to(data.Images.device);
        Tensor Gather() => data.Images.index_select(0, index).to(ScalarType.Float32).div_(255).view(-1, 1, 28, 28);
        var x = Gather();
        Add("batch", () => Gather(), null);
        Add("dropout masks", () => masks.Next(batchSize), null);

        var first = NetScripts.CallList("fold_first", data.Moments, index, _net.Parameters, _net.Buffers);
        var z1 = Convolve(x, first[6], first[7]);
        var p1 = Pool(z1);
        var dz1 = PoolBack(p1[0], z1, p1[1]);
        Add("conv1", () => Convolve(x, first[6], first[7]), null);
        Add(
            "batchnorm1 (folded), conv1 backward",
            () => NetScripts.Call("fold_first", data.Moments, index, _net.Parameters, _net.Buffers),
            () => NetScripts.Call("first_backward", dz1, x, first[0], first[1], first[2], first[3], first[4], first[5], first[6]));
        Add("pool1, relu1", () => Pool(z1)[0].relu_(), () => PoolBack(p1[0], z1, p1[1]));

        var z3 = Block(2, p1[0].relu(), 4, 14);
        var flat = Block(3, Pool(z3)[0], 8, 7).slice(2, 0, 3, 1).slice(3, 0, 3, 1).reshape(batchSize, 675);
        var hidden = Affine("linear1", flat, 12);
        var logits = Affine("linear2", hidden, 14);
        var labels = data.Labels.index_select(0, index);
        Add("loss and its gradient", () => NetScripts.Call("loss_and_gradient", logits, labels, index, tensors.Totals.Tensors), null);

        var gradients = _net.Parameters.Select(parameter => zeros_like(parameter)).ToArray();
        var adam = tensors.Adam;
        Add("gradients in a row", () => NetScripts.CallOne("packed", [gradients]), null);
        var packed = NetScripts.CallOne("packed", [gradients]);
        Add("adam", () => NetScripts.Call("adam", packed, adam.ParameterPieces, adam.MeanPieces, adam.SquarePieces, adam.StepPieces, adam.LearningRate), null);
        return _times;
    }

    private Tensor Block(int number, Tensor input, int parameter, int side)
    {
        Tensor[] p = _net.Parameters;
        int buffer = (number - 1) * 3;
        var y = Convolve(input, p[parameter], p[parameter + 1]);
        var rows = NetScripts.CallOne("rows", y);
        Tensor[] Normalize()
        {
            var (z, centred, inv) = ((Tensor, Tensor, Tensor))NetScripts.Call(
                "normalize", rows, p[parameter + 2], p[parameter + 3], _net.Buffers[buffer], _net.Buffers[buffer + 1], _net.Buffers[buffer + 2]);
            return [z, centred, inv];
        }

        var norm = Normalize();
        var maps = NetScripts.CallOne("maps", norm[0], side);
        var pooled = Pool(maps);
        Add($"conv{number}", () => Convolve(input, p[parameter], p[parameter + 1]), () => NetScripts.Call("conv_backward", y, input, p[parameter], true));
        Add($"batchnorm{number}", () => Normalize(), () => NetScripts.Call("normalize_backward", norm[0], norm[1], p[parameter + 2], norm[2]));
        if (number == 2)
        {
            var keep = masks.Next(batchSize).Maps;
            Add("dropout2, relu2", () => norm[0].mul(keep).relu_(), null);
        }

        Add($"pool{number}", () => Pool(maps), () => PoolBack(pooled[0], maps, pooled[1]));
        return maps;
    }

    private Tensor Affine(string name, Tensor input, int parameter)
    {
        Tensor weight = _net.Parameters[parameter], bias = _net.Parameters[parameter + 1];
        var output = F.linear(input, weight, bias);
        Add(name, () => F.linear(input, weight, bias), () =>
        {
            output.mm(weight);
            output.t().mm(input);
            output.sum(dim: 0);
        });
        return output;
    }

    private void Add(string name, Action forward, Action? backward) => _times.Add(new(
        name,
        Measurement.Of(Calls, forward).Median,
        backward is null ? null : Measurement.Of(Calls, backward).Median));

    private static Tensor Convolve(Tensor x, Tensor weight, Tensor bias) => F.conv2d(x, weight, bias, strides: [1, 1], padding: [1, 1]);

    private static Tensor[] Pool(Tensor x)
    {
        var (output, indices) = F.max_pool2d_with_indices(x, [2, 2], [2, 2]);
        return [output, indices];
    }

    private static Tensor PoolBack(Tensor gradient, Tensor x, Tensor where) => NetScripts.CallOne("pool_backward", gradient, x, where);
}
