using AslTutorial.Training.Cells.Printing.Numbers;

namespace AslTutorial.Training.Cells.Printing.Torch;

/// <summary>PyTorch's _Formatter with its default options (torch/_tensor_str.py: precision 4).</summary>
internal sealed class TensorFormat
{
    private const int Precision = 4;

    private readonly bool _whole = true;
    private readonly bool _scientific;

    public TensorFormat(double[] values)
    {
        var seen = values.Where(value => double.IsFinite(value) && value != 0).ToList();
        if (seen.Count == 0)
        {
            return;
        }

        var (min, max) = (seen.Min(Math.Abs), seen.Max(Math.Abs));
        _whole = seen.TrueForAll(value => value == Math.Ceiling(value));
        _scientific = max / min > 1000 || max > 1e8 || (!_whole && min < 1e-4);
        Width = seen.Max(value => FormatFinite(value).Length);
    }

    /// <summary>Characters of an element; infinities and NaN may be wider.</summary>
    public int Width { get; } = 1;

    public string Format(double value) =>
        (double.IsFinite(value) ? FormatFinite(value) : PythonText.Special(value)).PadLeft(Width);

    private string FormatFinite(double value) =>
        _scientific ? ExactDecimal.Scientific(value, Precision)
        : _whole ? ExactDecimal.Fixed(value, 0) + "."
        : ExactDecimal.Fixed(value, Precision);
}
