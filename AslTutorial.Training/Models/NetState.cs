using AslTutorial.Training.Contracts;
using static TorchSharp.torch;

namespace AslTutorial.Training.Models;

/// <summary>A net's parameters and buffers on a device, convolution weights channels-last.</summary>
internal sealed class NetState : IDisposable
{
    private NetState(NetShape shape, NetLayout layout, PackedTensors parameters, Tensor[] buffers)
    {
        Shape = shape;
        Layout = layout;
        Packed = parameters;
        Buffers = buffers;
    }

    public NetShape Shape { get; }

    public ModelKind Kind => Shape.Kind;

    public NetLayout Layout { get; }

    /// <summary>The parameters' memory.</summary>
    public PackedTensors Packed { get; }

    /// <summary>In the order of <see cref="NetLayout.Parameters"/>.</summary>
    public Tensor[] Parameters => Packed.Views;

    /// <summary>In the order of <see cref="NetLayout.Buffers"/>.</summary>
    public Tensor[] Buffers { get; }

    /// <summary>A net as PyTorch starts it, its weights drawn from a generator of their own.</summary>
    /// <param name="shape">The net.</param>
    /// <param name="seed">The same seed, the same weights, on every device.</param>
    /// <param name="device">Where it will be used.</param>
    /// <param name="type">float32, or float64 for reference computations.</param>
    public static NetState Create(NetShape shape, long seed, Device device, ScalarType type = ScalarType.Float32)
    {
        using var generator = SeededGenerator.Create(seed);
        return Build(shape, device, spec => Start(spec, generator, type));
    }

    /// <summary>A net with given tensors.</summary>
    /// <param name="shape">The net.</param>
    /// <param name="device">Where it will be used.</param>
    /// <param name="find">Gives the tensor for a spec, of its shape, on the CPU; it is disposed here.</param>
    public static NetState Build(NetShape shape, Device device, Func<TensorSpec, Tensor> find)
    {
        using var scope = NewDisposeScope();
        var layout = NetLayout.Of(shape);
        Tensor[] parameters = [.. layout.Parameters.Select(find)];
        var packed = new PackedTensors(layout.Parameters, parameters[0].dtype, device);
        foreach (var (view, value) in packed.Views.Zip(parameters))
        {
            view.copy_(value);
        }

        return new NetState(shape, layout, packed, [.. layout.Buffers.Select(spec => find(spec).to(device).clone().DetachFromDisposeScope())]);
    }

    /// <summary>Takes the values of a net of the same kind, wherever it is.</summary>
    public void CopyFrom(NetState other)
    {
        using var scope = NewDisposeScope();
        foreach (var ((_, target), (_, source)) in Named().Zip(other.Named()))
        {
            target.copy_(source);
        }
    }

    /// <summary>Every tensor with its spec.</summary>
    public IEnumerable<(TensorSpec Spec, Tensor Tensor)> Named() => Layout.All.Zip(Parameters.Concat(Buffers));

    public void Dispose()
    {
        Packed.Dispose();
        foreach (var buffer in Buffers)
        {
            buffer.Dispose();
        }
    }

    private static Tensor Start(TensorSpec spec, Generator generator, ScalarType type)
    {
        if (spec.IsCount)
        {
            return zeros(spec.Shape, ScalarType.Int64);
        }

        if (spec.FanIn == 0)
        {
            return full(spec.Shape, spec.Fill, type);
        }

        var bound = 1 / Math.Sqrt(spec.FanIn);
        return empty(spec.Shape, type).uniform_(-bound, bound, generator);
    }
}
