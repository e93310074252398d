using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace AslTutorial.Training.Looks;

/// <summary>A net of a run at an epoch, on the CPU, in eval mode, step by step as the lesson has it.</summary>
/// <remarks>What its methods return belongs to the current dispose scope.</remarks>
internal sealed class LookedNet : IDisposable
{
    public const int Blocks = 3;
    private const double Epsilon = 1e-5;

    // Per block: convolution's weight and bias, normalisation's gamma and beta.
    private const int ParametersOfBlock = 4;
    private const int BuffersOfBlock = 3;
    private const int HiddenWeight = Blocks * ParametersOfBlock;

    private readonly NetState _net;

    public LookedNet(ReadOnlyMemory<byte> weights) => _net = NetFile.Read(weights, CPU);

    public bool IsCnn => _net.Kind == ModelKind.Cnn;

    public NetShape Shape => _net.Shape;

    /// <summary>Maps that a block makes; block from 1.</summary>
    public int ChannelsOf(int block) => (int)Kernels(block).shape[0];

    /// <summary>out x in x k x k.</summary>
    public Tensor Kernels(int block) => _net.Parameters[(block - 1) * ParametersOfBlock];

    public Tensor Biases(int block) => _net.Parameters[((block - 1) * ParametersOfBlock) + 1];

    /// <summary>gamma, beta, running mean, running variance, each of one number a channel.</summary>
    public (Tensor Gamma, Tensor Beta, Tensor Mean, Tensor Variance) Norm(int block)
    {
        var (parameter, buffer) = ((block - 1) * ParametersOfBlock, (block - 1) * BuffersOfBlock);
        return (_net.Parameters[parameter + 2], _net.Parameters[parameter + 3], _net.Buffers[buffer], _net.Buffers[buffer + 1]);
    }

    /// <summary>Weight and bias of a Linear layer, from 1: two of the CNN's head, three of the dense net.</summary>
    public (Tensor Weight, Tensor Bias) Linear(int layer)
    {
        var first = (IsCnn ? HiddenWeight : 0) + ((layer - 1) * 2);
        return (_net.Parameters[first], _net.Parameters[first + 1]);
    }

    /// <summary>Linear layers: the last one gives the logits.</summary>
    public int LinearLayers => IsCnn ? 2 : 3;

    /// <summary>Convolution with its bias.</summary>
    /// <param name="x">N x channels x height x width.</param>
    public Tensor Convolve(Tensor x, int block) => functional.conv2d(x, Kernels(block), Biases(block), [1, 1], [1, 1]);

    /// <summary>What normalisation multiplies with and adds in eval mode, channels x 2.</summary>
    public Tensor NormLine(int block)
    {
        var (gamma, beta, mean, variance) = Norm(block);
        var scale = gamma * rsqrt(variance + Epsilon);
        return stack([scale, beta - (mean * scale)], 1);
    }

    public Tensor Normalize(Tensor x, int block)
    {
        var line = NormLine(block);
        return (x * line.select(1, 0).view(-1, 1, 1)) + line.select(1, 1).view(-1, 1, 1);
    }

    /// <summary>ReLU and max pooling.</summary>
    public static Tensor Pool(Tensor x) => functional.max_pool2d(functional.relu(x), [2, 2]);

    /// <summary>A whole block: what the next one reads.</summary>
    public Tensor Block(Tensor x, int block) => Pool(Normalize(Convolve(x, block), block));

    /// <summary>The 512 numbers before the last layer, after ReLU.</summary>
    /// <param name="x">N x 784, from 0 to 1.</param>
    public Tensor Features(Tensor x)
    {
        if (!IsCnn)
        {
            return Hidden(Hidden(x, 1), 2);
        }

        var maps = x.view(-1, 1, ImageSet.Side, ImageSet.Side);
        for (var block = 1; block <= Blocks; block++)
        {
            maps = Block(maps, block);
        }

        return Hidden(maps.reshape(maps.shape[0], -1), 1);
    }

    /// <summary>A Linear layer with its ReLU.</summary>
    public Tensor Hidden(Tensor x, int layer) => functional.relu(Sum(x, layer));

    /// <summary>A Linear layer alone.</summary>
    public Tensor Sum(Tensor x, int layer)
    {
        var (weight, bias) = Linear(layer);
        return functional.linear(x, weight, bias);
    }

    /// <summary>N x 24.</summary>
    public Tensor Logits(Tensor features) => Sum(features, LinearLayers);

    public void Dispose() => _net.Dispose();
}
