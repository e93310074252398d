using TorchSharp;
using static TorchSharp.torch;

namespace AslTutorial.Training.Models;

/// <summary>
/// Adam's memory (Kingma, Ba: Adam, a method for stochastic optimization, 2015): the running means of the gradients and
/// of their squares, laid out as the parameters are, the count of steps and the learning rate.
/// </summary>
internal sealed class AdamState : IDisposable
{
    /// <summary>
    /// torch's fused kernel gives a tensor one block of threads for every 65,536 elements, and takes up to 36 tensors in
    /// one launch: a GPU would work with 7 blocks. So it gets the parameters in 36 pieces. A CPU shares out one by itself.
    /// </summary>
    private const int DevicePieces = 36;

    private readonly PackedTensors _means;
    private readonly PackedTensors _squares;

    private AdamState(NetState net, Device device, ScalarType type)
    {
        var specs = net.Layout.Parameters;
        var pieces = device.type == DeviceType.CPU ? 1 : DevicePieces;
        _means = new(specs, type, device);
        _squares = new(specs, type, device);
        ParameterPieces = net.Packed.Split(pieces);
        MeanPieces = _means.Split(pieces);
        SquarePieces = _squares.Split(pieces);
        Steps = zeros([], ScalarType.Float32, device).DetachFromDisposeScope();
        StepPieces = [.. ParameterPieces.Select(_ => Steps)];

        // The GPU kernel reads the step count as float32, the CPU kernel as it is.
        LearningRate = zeros([], device.type == DeviceType.CPU ? ScalarType.Float64 : ScalarType.Float32, device).DetachFromDisposeScope();
    }

    /// <summary>In the order of the parameters, as are <see cref="Squares"/>.</summary>
    public Tensor[] Means => _means.Views;

    public Tensor[] Squares => _squares.Views;

    /// <summary>The memory of the means, laid out as the parameters' is; so is <see cref="PackedSquares"/>.</summary>
    public Tensor PackedMeans => _means.Whole;

    public Tensor PackedSquares => _squares.Whole;

    /// <summary>float32, a scalar; torch's fused kernel wants it on the device.</summary>
    public Tensor Steps { get; }

    /// <summary>A scalar on the device: it may change from step to step without a new script or graph.</summary>
    public Tensor LearningRate { get; }

    /// <summary>The parameters as Adam takes them: one piece or several, with the pieces of both means beside them.</summary>
    public Tensor[] ParameterPieces { get; }

    public Tensor[] MeanPieces { get; }

    public Tensor[] SquarePieces { get; }

    /// <summary>The kernel takes a count for each piece; all of them are the same.</summary>
    public Tensor[] StepPieces { get; }

    public static AdamState For(NetState net)
    {
        using var scope = NewDisposeScope();
        return new(net, net.Packed.Whole.device, net.Packed.Whole.dtype);
    }

    /// <summary>As before the first step.</summary>
    public void Reset()
    {
        _means.Whole.zero_();
        _squares.Whole.zero_();
        Steps.zero_();
    }

    public void Dispose()
    {
        foreach (var piece in ParameterPieces.Concat(MeanPieces).Concat(SquarePieces))
        {
            piece.Dispose();
        }

        _means.Dispose();
        _squares.Dispose();
        Steps.Dispose();
        LearningRate.Dispose();
    }
}
