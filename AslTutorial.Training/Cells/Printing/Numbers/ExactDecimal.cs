using System.Globalization;
using System.Numerics;

namespace AslTutorial.Training.Cells.Printing.Numbers;

/// <summary>
/// Rounds a double to decimal digits as C's printf and Python's format do: from its exact value, ties to the even digit.
/// .NET's own "F4" rounds ties away from zero.
/// </summary>
internal static class ExactDecimal
{
    private const int MantissaBits = 52;
    private const int ExponentBias = 1075;

    /// <summary>As Python's <c>f"{value:.4f}"</c>.</summary>
    /// <param name="value">Finite.</param>
    public static string Fixed(double value, int decimals)
    {
        var digits = Scale(value, decimals).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var whole = Sign(value) + digits[..^decimals];
        return decimals == 0 ? whole : $"{whole}.{digits[^decimals..]}";
    }

    /// <summary>As Python's <c>f"{value:.4e}"</c>.</summary>
    /// <param name="value">Finite.</param>
    public static string Scientific(double value, int decimals)
    {
        var digits = Round(value, decimals + 1);
        var point = decimals == 0 ? "" : ".";
        return $"{digits.Sign}{digits.Digits[0]}{point}{digits.Digits[1..]}{Exponent(digits.Exponent, 2)}";
    }

    /// <summary>"e+05": the sign always, at least that many digits.</summary>
    public static string Exponent(int exponent, int width) =>
        $"e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0')}";

    /// <summary>Rounds to that many significant digits; they are all kept, zeros too.</summary>
    /// <param name="value">Finite.</param>
    public static DecimalDigits Round(double value, int count)
    {
        if (value == 0)
        {
            return new(double.IsNegative(value), new('0', count), 0);
        }

        // The shortest form names the exponent; rounding 9.99.. up may add one.
        var exponent = DecimalDigits.Shortest(value).Exponent;
        var digits = Scale(value, count - 1 - exponent).ToString(CultureInfo.InvariantCulture);
        if (digits.Length > count)
        {
            digits = digits[..count];
            exponent++;
        }
        else if (digits.Length < count)
        {
            // The shortest form had rounded up across a power of ten.
            exponent--;
            digits = Scale(value, count - 1 - exponent).ToString(CultureInfo.InvariantCulture);
        }

        return new(double.IsNegative(value), digits, exponent);
    }

    /// <summary>|value| x 10^power, rounded to an integer, ties to even.</summary>
    private static BigInteger Scale(double value, int power)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var field = (int)((bits >> MantissaBits) & 0x7ff);
        var fraction = bits & ((1L << MantissaBits) - 1);
        BigInteger numerator = field == 0 ? fraction : fraction | (1L << MantissaBits);
        var denominator = BigInteger.One;
        var shift = Math.Max(field, 1) - ExponentBias;
        (numerator, denominator) = shift >= 0 ? (numerator << shift, denominator) : (numerator, denominator << -shift);
        (numerator, denominator) = power >= 0
            ? (numerator * BigInteger.Pow(10, power), denominator)
            : (numerator, denominator * BigInteger.Pow(10, -power));

        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        var half = (rest << 1).CompareTo(denominator);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    private static string Sign(double value) => double.IsNegative(value) ? "-" : "";
}
