using System.Globalization;
using System.Numerics;

namespace AslTutorial.Lessons.Answers;

/// <summary>Python's number literals (reference, 2.4.5 and 2.4.6), without imaginary ones.</summary>
internal static class PythonNumber
{
    /// <exception cref="AnswerFaultException">It is no number, or too large a real one.</exception>
    public static AnswerExpression Read(string text, int position)
    {
        var fault = new AnswerFaultException(position, AnswerFaultKeys.MalformedNumber, text);
        if (text.Length > 1 && text[0] == '0' && char.ToLowerInvariant(text[1]) is 'x' or 'o' or 'b')
        {
            return new AnswerExpression.Whole(position, Prefixed(text) ?? throw fault);
        }

        if (text[^1] is 'j' or 'J' && text[..^1].All(sign => char.IsAsciiDigit(sign) || sign is '_' or '.' or 'e' or 'E' or '+' or '-'))
        {
            throw new AnswerFaultException(position, AnswerFaultKeys.Imaginary, text);
        }

        if (!UnderscoresFit(text) || !text.All(sign => char.IsAsciiDigit(sign) || sign is '_' or '.' or 'e' or 'E' or '+' or '-'))
        {
            throw fault;
        }

        var plain = text.Replace("_", "", StringComparison.Ordinal);
        return plain.All(char.IsAsciiDigit) ? Whole(text, plain, position) : Real(plain, position) ?? throw fault;
    }

    private static AnswerExpression Whole(string text, string digits, int position)
    {
        // 0 and 000 are integers, 01 is none: it was octal in Python 2.
        if (digits[0] == '0' && digits.Any(digit => digit != '0'))
        {
            throw new AnswerFaultException(position, AnswerFaultKeys.LeadingZeros, text);
        }

        return new AnswerExpression.Whole(position, BigInteger.Parse(digits, CultureInfo.InvariantCulture));
    }

    private static AnswerExpression.Literal? Real(string plain, int position)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(plain, Style, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return double.IsFinite(value)
            ? new(position, new AnswerValue.Real(value))
            : throw new AnswerFaultException(position, AnswerFaultKeys.NumberTooLarge, plain);
    }

    private static BigInteger? Prefixed(string text)
    {
        var numberBase = char.ToLowerInvariant(text[1]) switch { 'x' => 16, 'o' => 8, _ => 2 };

        // An underscore may follow the prefix.
        var digits = text[2..];
        var checkedDigits = digits.StartsWith('_') ? digits[1..] : digits;
        if (checkedDigits.Length == 0 || !UnderscoresFit(checkedDigits))
        {
            return null;
        }

        var value = BigInteger.Zero;
        foreach (var sign in checkedDigits.Where(sign => sign != '_'))
        {
            if (!char.IsAsciiHexDigit(sign) || Convert.ToInt32(sign.ToString(), 16) is var digit && digit >= numberBase)
            {
                return null;
            }

            value = (value * numberBase) + Convert.ToInt32(sign.ToString(), 16);
        }

        return value;
    }

    // Single ones, with a digit at both sides.
    private static bool UnderscoresFit(string text) => !text
        .Where((sign, i) => sign == '_' && (i == 0 || i == text.Length - 1 || !char.IsAsciiHexDigit(text[i - 1]) || !char.IsAsciiHexDigit(text[i + 1])))
        .Any();
}
