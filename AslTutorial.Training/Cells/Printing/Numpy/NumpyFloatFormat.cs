using AslTutorial.Training.Cells.Printing.Numbers;

namespace AslTutorial.Training.Cells.Printing.Numpy;

/// <summary>
/// numpy's FloatingFormat with its default options (numpy/core/arrayprint.py: precision 8, floatmode 'maxprec',
/// suppress False): every number as short as it can be and all of them aligned at the point.
/// </summary>
internal sealed class NumpyFloatFormat
{
    private const int Precision = 8;

    private readonly bool _single;
    private readonly bool _scientific;
    private readonly int _left;
    private readonly int _right;
    private readonly int _exponentWidth;

    public NumpyFloatFormat(double[] values, bool single)
    {
        _single = single;
        var finite = Array.FindAll(values, double.IsFinite);
        _scientific = NeedsExponent(finite);
        if (_scientific)
        {
            var digits = Array.ConvertAll(finite, value => Digits(value, Precision + 1));
            _exponentWidth = digits.Max(d => Math.Abs(d.Exponent) < 100 ? 2 : 3);
            _right = digits.Max(d => d.Digits.Length - 1);
            _left = digits.Max(d => d.Sign.Length + 1);
        }
        else if (finite.Length > 0)
        {
            var texts = Array.ConvertAll(finite, Positional);
            _left = texts.Max(text => text.IndexOf('.'));
            _right = texts.Max(text => text.Length - text.IndexOf('.') - 1);
        }

        if (finite.Length < values.Length)
        {
            var width = values.Where(value => !double.IsFinite(value)).Max(value => PythonText.Special(value).Length);
            _left = Math.Max(_left, Math.Max(3, width) - 1 - SpecialRight);
        }
    }

    private int SpecialRight => _scientific ? _right + _exponentWidth + 2 : _right;

    public string Format(double value)
    {
        if (!double.IsFinite(value))
        {
            return PythonText.Special(value).PadLeft(_left + SpecialRight + 1);
        }

        if (_scientific)
        {
            // A shorter number is filled up with its exact digits, which a float's need not be zeros.
            var count = _right + 1;
            var digits = Shortest(value).Digits.Length < count ? ExactDecimal.Round(value, count) : Digits(value, count);
            var mantissa = $"{digits.Digits[0]}.{digits.Digits[1..].PadRight(_right, '0')}";
            return (digits.Sign + mantissa[..1]).PadLeft(_left) + mantissa[1..] + ExactDecimal.Exponent(digits.Exponent, _exponentWidth);
        }

        var text = Positional(value);
        var point = text.IndexOf('.');
        return text.PadLeft(text.Length + _left - point).PadRight(_left + 1 + _right);
    }

    private bool NeedsExponent(double[] finite)
    {
        var sizes = finite.Where(value => value != 0).Select(Math.Abs).ToList();
        if (sizes.Count == 0)
        {
            return false;
        }

        var (min, max) = (sizes.Min(), sizes.Max());

        // numpy divides in the array's own type.
        var ratio = _single ? (float)max / (float)min : max / min;
        return max >= 1e8 || min < 0.0001 || ratio > 1000;
    }

    private DecimalDigits Shortest(double value) =>
        _single ? DecimalDigits.Shortest((float)value) : DecimalDigits.Shortest(value);

    /// <summary>The shortest digits, or that many rounded from the exact value; without trailing zeros.</summary>
    private DecimalDigits Digits(double value, int count)
    {
        var shortest = Shortest(value);
        if (shortest.Digits.Length <= count)
        {
            return shortest;
        }

        var rounded = ExactDecimal.Round(value, count);
        return rounded with { Digits = rounded.Digits[..1] + rounded.Digits[1..].TrimEnd('0') };
    }

    private string Positional(double value)
    {
        var shortest = Shortest(value);
        return shortest.Decimals <= Precision
            ? shortest.ToPositional()
            : ExactDecimal.Fixed(value, Precision).TrimEnd('0');
    }
}
