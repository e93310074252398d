using System.Globalization;

namespace AslTutorial.Training.Cells.Printing.Numbers;

/// <summary>A finite number in decimal: 0.d1d2d3... x 10^(Exponent + 1), so that d1 stands before the point at exponent 0.</summary>
/// <param name="Negative">Whether a minus sign is printed; minus zero has one.</param>
/// <param name="Digits">At least one digit; the first is zero for zero only.</param>
/// <param name="Exponent">Power of ten of the first digit.</param>
internal readonly record struct DecimalDigits(bool Negative, string Digits, int Exponent)
{
    /// <summary>The fewest digits that read back as the same double.</summary>
    public static DecimalDigits Shortest(double value) => Parse(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The fewest digits that read back as the same float.</summary>
    public static DecimalDigits Shortest(float value) => Parse(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>How many digits stand after the decimal point when it is written without an exponent.</summary>
    public int Decimals => Math.Max(0, Digits.Length - 1 - Exponent);

    /// <summary>Written without an exponent, as in 0.05, 120., 3.25: a point always, no trailing zeros after it.</summary>
    public string ToPositional()
    {
        var whole = Exponent < 0 ? "0" : Digits[..Math.Min(Digits.Length, Exponent + 1)].PadRight(Exponent + 1, '0');
        var fraction = Exponent < 0
            ? new string('0', -Exponent - 1) + Digits
            : Digits[Math.Min(Digits.Length, Exponent + 1)..];
        return $"{Sign}{whole}.{fraction.TrimEnd('0')}";
    }

    public string Sign => Negative ? "-" : "";

    private static DecimalDigits Parse(string text)
    {
        var negative = text[0] == '-';
        var mantissa = text.AsSpan(negative ? 1 : 0);
        var exponent = 0;
        var e = mantissa.IndexOf('E');
        if (e >= 0)
        {
            exponent = int.Parse(mantissa[(e + 1)..], CultureInfo.InvariantCulture);
            mantissa = mantissa[..e];
        }

        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa : mantissa[..point];
        var digits = string.Concat(whole, point < 0 ? [] : mantissa[(point + 1)..]);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return leading == digits.Length
            ? new(negative, "0", 0)
            : new(negative, digits[leading..].TrimEnd('0'), exponent + whole.Length - 1 - leading);
    }
}
