using TorchSharp;
using static TorchSharp.torch;

namespace AslTutorial.Training.Cells.Printing.Torch;

/// <summary>Takes the printed part out of a TorchSharp tensor, so that no more than that leaves its device.</summary>
internal static class TensorExcerpt
{
    /// <exception cref="NotSupportedException">An element type that is not printed, such as half or complex.</exception>
    public static Excerpt Of(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = NewDisposeScope();
        var shape = tensor.shape;
        var visible = tensor.detach();
        for (var axis = 0; axis < shape.Length; axis++)
        {
            if (Excerpt.IsShortened(shape, axis))
            {
                var ends = new[] { visible.narrow(axis, 0, Excerpt.EdgeItems), visible.narrow(axis, shape[axis] - Excerpt.EdgeItems, Excerpt.EdgeItems) };
                visible = cat(ends, axis);
            }
        }

        visible = visible.cpu().contiguous();
        return visible.dtype switch
        {
            ScalarType.Bool => Excerpt.OfVisible(Read<bool>(visible), shape),
            ScalarType.Byte => Excerpt.OfVisible(Read<byte>(visible), shape),
            ScalarType.Int8 => Excerpt.OfVisible(Read<sbyte>(visible), shape),
            ScalarType.Int16 => Excerpt.OfVisible(Read<short>(visible), shape),
            ScalarType.Int32 => Excerpt.OfVisible(Read<int>(visible), shape),
            ScalarType.Int64 => Excerpt.OfVisible(Read<long>(visible), shape),
            ScalarType.Float32 => Excerpt.OfVisible(Read<float>(visible), shape),
            ScalarType.Float64 => Excerpt.OfVisible(Read<double>(visible), shape),
            _ => throw new NotSupportedException($"no printed form is known for tensors of {visible.dtype}"),
        };
    }

    // TorchSharp's accessor throws for a tensor without elements.
    private static T[] Read<T>(Tensor tensor)
        where T : unmanaged => tensor.numel() == 0 ? [] : tensor.data<T>().ToArray();

    /// <summary>PyTorch's repr of the tensor, with its device if that is not the CPU.</summary>
    public static string Repr(Tensor tensor)
    {
        var device = tensor.device;
        return TensorPrinter.Repr(Of(tensor), device.type == DeviceType.CPU ? null : $"{device.type.ToString().ToLowerInvariant()}:{device.index}");
    }
}
