using System.Globalization;
using static TorchSharp.torch.nn;
using Modules = TorchSharp.Modules;

namespace AslTutorial.Training.Cells.Printing.Torch;

/// <summary>PyTorch's repr(nn.Module) of the layers the lessons use, read from the module itself.</summary>
internal static class ModulePrinter
{
    /// <exception cref="NotSupportedException">A layer that this does not know.</exception>
    public static string Repr(Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module switch
        {
            Modules.Sequential => Nest("Sequential", module.named_children().Select(child => (child.name, Repr(child.module)))),
            Modules.Conv2d conv => Convolution(conv),
            Modules.BatchNorm2d norm =>
                $"BatchNorm2d({norm.num_features}, eps={Number(norm.eps)}, momentum={Number(norm.momentum ?? 0)}, " +
                $"affine={PythonText.Repr(norm.affine)}, track_running_stats={PythonText.Repr(norm.track_running_stats)})",
            Modules.ReLU => "ReLU()",
            Modules.Identity => "Identity()",
            Modules.Sigmoid => "Sigmoid()",
            Modules.Tanh => "Tanh()",
            Modules.GELU => "GELU(approximate='none')",
            Modules.LeakyReLU leaky => $"LeakyReLU(negative_slope={Number(leaky.negative_slope)})",
            Modules.Softmax softmax => $"Softmax(dim={softmax.dim})",
            Modules.LogSoftmax softmax => $"LogSoftmax(dim={softmax.dim})",
            Modules.MaxPool2d pool =>
                $"MaxPool2d(kernel_size={Pair(pool.kernel_size)}, stride={Pair(pool.stride ?? pool.kernel_size)}, " +
                $"padding={Pair(pool.padding ?? [0])}, dilation={Pair(pool.dilation ?? [1])}, ceil_mode={PythonText.Repr(pool.ceil_mode)})",
            Modules.Dropout dropout => $"Dropout(p={Number(dropout.p)}, inplace={PythonText.Repr(dropout.inplace)})",
            Modules.Flatten flatten => $"Flatten(start_dim={flatten.start_dim}, end_dim={flatten.end_dim})",
            Modules.Linear linear =>
                $"Linear(in_features={linear.in_features}, out_features={linear.out_features}, bias={PythonText.Repr(linear.bias is not null)})",
            _ => throw new NotSupportedException($"no printed form is known for the layer {module.GetName()}"),
        };
    }

    /// <summary>A module with named children below it, each line of theirs moved in by two.</summary>
    public static string Nest(string name, IEnumerable<(string Name, string Repr)> children)
    {
        var lines = children.Select(child => $"  ({child.Name}): {child.Repr.Replace("\n", "\n  ", StringComparison.Ordinal)}\n");
        var body = string.Concat(lines);
        return body.Length == 0 ? $"{name}()" : $"{name}(\n{body})";
    }

    private static string Convolution(Modules.Conv2d conv)
    {
        var text = $"Conv2d({conv.in_channels}, {conv.out_channels}, kernel_size={Tuple(conv.kernel_size)}, stride={Tuple(conv.stride)}";
        var padding = conv.padding ?? [0];
        text += padding.Any(p => p != 0) ? $", padding={Tuple(padding)}" : "";
        text += conv.dilation.Any(d => d != 1) ? $", dilation={Tuple(conv.dilation)}" : "";
        text += conv.groups != 1 ? $", groups={conv.groups}" : "";
        text += conv.bias is null ? ", bias=False" : "";
        return text + ")";
    }

    /// <summary>Conv2d keeps pairs, even where one number was given.</summary>
    private static string Tuple(long[] sizes) => PythonText.Shape(sizes.Length == 1 ? [sizes[0], sizes[0]] : sizes);

    /// <summary>MaxPool2d keeps what it was given: one number or a pair. TorchSharp makes a pair of both.</summary>
    private static string Pair(long[] sizes) =>
        sizes.Distinct().Count() == 1 ? sizes[0].ToString(CultureInfo.InvariantCulture) : PythonText.Shape(sizes);

    /// <summary>A setting of 0 is printed as it is usually written, without a point.</summary>
    private static string Number(double value) => value == 0 ? "0" : PythonText.Repr(value);
}
