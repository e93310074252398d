using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Tensors;
using static TorchSharp.torch;

namespace AslTutorial.Training.Models;

/// <summary>
/// A net's tensors in a safetensors file, named and laid out as in PyTorch: model.load_state_dict(load_file(path)) puts
/// them into the lesson's nn.Sequential.
/// </summary>
internal static class NetFile
{
    private const string ModelKey = "model";

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(NetState net)
    {
        var tensors = net.Named().ToDictionary(pair => pair.Spec.Name, pair => Export(pair.Tensor), StringComparer.Ordinal);
        var metadata = new Dictionary<string, string> { ["format"] = "pt", [ModelKey] = NameOf(net.Kind) };
        return SafeTensorsWriter.Write(new(tensors, metadata));
    }

    /// <summary>Reads a net back.</summary>
    /// <exception cref="SafeTensorsException">The file is damaged or of another net.</exception>
    public static NetState Read(ReadOnlyMemory<byte> file, Device device)
    {
        var content = SafeTensorsReader.Read(file);
        return NetState.Build(ShapeOf(content), device, spec => Import(content, spec.Name, spec));
    }

    /// <summary>Only the CNN begins with a convolution; what it is not, the import says.</summary>
    private static NetShape ShapeOf(SafeTensorsFile content) =>
        content.Tensors.TryGetValue("0.weight", out var first) && first.Shape is [_, _, var kernel, _] && NetShape.KernelSizes.Contains((int)kernel)
            ? new NetShape(ModelKind.Cnn, (int)kernel)
            : content.Tensors.ContainsKey("17.weight") ? ModelKind.Cnn : ModelKind.Dense;

    public static string NameOf(ModelKind kind) => kind == ModelKind.Cnn ? "cnn" : "dense";

    /// <summary>Numbers in row-major order, whatever the tensor's layout and device.</summary>
    public static TensorData Export(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var flat = tensor.cpu().contiguous();
        var type = flat.dtype switch
        {
            ScalarType.Float64 => TensorType.F64,
            ScalarType.Int64 => TensorType.I64,
            ScalarType.Int32 => TensorType.I32,
            ScalarType.Byte => TensorType.U8,
            _ => TensorType.F32,
        };
        return new(type, tensor.shape, flat.bytes.ToArray());
    }

    /// <summary>A tensor from a file, float32 or int64 as its spec says.</summary>
    public static Tensor Import(SafeTensorsFile file, string name, TensorSpec spec)
    {
        var data = file.Get(name, spec.IsCount ? TensorType.I64 : TensorType.F32, spec.Shape);
        return spec.IsCount
            ? tensor(data.Numbers<long>().ToArray(), ScalarType.Int64).view(spec.Shape)
            : tensor(data.Numbers<float>().ToArray(), ScalarType.Float32).view(spec.Shape);
    }
}
