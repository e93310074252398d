using System.Text;

namespace AslTutorial.Training.Cells.Printing.Torch;

/// <summary>PyTorch's repr(Tensor) with its default print options. PyTorch 1.13 and 2.x agree on it.</summary>
internal static class TensorPrinter
{
    private const string Prefix = "tensor(";

    /// <param name="device">"cuda:0" for a tensor that is not on the CPU, else null.</param>
    public static string Repr(Excerpt tensor, string? device = null)
    {
        var suffixes = new List<string>();
        if (device is not null)
        {
            suffixes.Add($"device='{device}'");
        }

        if (tensor.Size == 0 && tensor.Shape.Length != 1)
        {
            suffixes.Add($"size={PythonText.Shape(tensor.Shape)}");
        }

        var isImplied = tensor.Type is ElementType.Float32
            || (tensor.Size > 0 && tensor.Type is ElementType.Int64 or ElementType.Bool);
        if (!isImplied)
        {
            suffixes.Add($"dtype=torch.{tensor.Type.ToString().ToLowerInvariant()}");
        }

        return AddSuffixes(Prefix + Body(tensor), suffixes);
    }

    /// <summary>"torch.Size([32, 1, 28, 28])".</summary>
    public static string Size(ReadOnlySpan<long> shape) =>
        $"torch.Size({PythonText.List(shape.ToArray().Select(PythonText.Repr))})";

    private static string Body(Excerpt tensor)
    {
        if (tensor.Size == 0)
        {
            return "[]";
        }

        if (tensor.IsReal)
        {
            var format = new TensorFormat(tensor.Reals);
            return new TensorLayout(tensor, Array.ConvertAll(tensor.Reals, format.Format), format.Width).Write(Prefix.Length);
        }

        var words = Array.ConvertAll(
            tensor.Integers,
            value => tensor.Type == ElementType.Bool ? PythonText.Repr(value != 0) : PythonText.Repr(value));
        var width = words.Max(word => word.Length);
        return new TensorLayout(tensor, Array.ConvertAll(words, word => word.PadLeft(width)), width).Write(Prefix.Length);
    }

    private static string AddSuffixes(string body, List<string> suffixes)
    {
        var text = new StringBuilder(body);

        // PyTorch counts two characters more than there are; the line breaks follow from it.
        var lastLine = body.Length - body.LastIndexOf('\n') + 1;
        foreach (var suffix in suffixes)
        {
            if (lastLine + suffix.Length + 2 > TensorLayout.LineWidth)
            {
                text.Append(",\n").Append(' ', Prefix.Length).Append(suffix);
                lastLine = Prefix.Length + suffix.Length;
            }
            else
            {
                text.Append(", ").Append(suffix);
                lastLine += suffix.Length + 2;
            }
        }

        return text.Append(')').ToString();
    }
}
