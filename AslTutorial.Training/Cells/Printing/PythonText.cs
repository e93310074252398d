using System.Globalization;
using System.Text;
using AslTutorial.Training.Cells.Printing.Numbers;

namespace AslTutorial.Training.Cells.Printing;

/// <summary>Python's repr of its own types.</summary>
internal static class PythonText
{
    public static string Repr(bool value) => value ? "True" : "False";

    public static string Repr(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest form; with an exponent below 1e-04 and from 1e+16 on (float_repr_style 'short').</summary>
    public static string Repr(double value)
    {
        if (!double.IsFinite(value))
        {
            return Special(value);
        }

        var digits = DecimalDigits.Shortest(value);
        if (digits.Exponent is >= -4 and < 16)
        {
            var text = digits.ToPositional();
            return text.EndsWith('.') ? text + "0" : text;
        }

        var fraction = digits.Digits.Length == 1 ? "" : "." + digits.Digits[1..];
        return $"{digits.Sign}{digits.Digits[0]}{fraction}{ExactDecimal.Exponent(digits.Exponent, 2)}";
    }

    /// <summary>In single quotes, or in double quotes if it holds single ones and no double ones; control characters escaped.</summary>
    public static string Repr(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var quote = value.Contains('\'') && !value.Contains('"') ? '"' : '\'';
        var text = new StringBuilder().Append(quote);
        foreach (var rune in value.EnumerateRunes())
        {
            text.Append(Escape(rune, quote));
        }

        return text.Append(quote).ToString();
    }

    /// <summary>"(5, 784)", "(5,)", "()".</summary>
    public static string Tuple(params IEnumerable<string> reprs)
    {
        var items = reprs.ToList();
        return items.Count == 1 ? $"({items[0]},)" : $"({string.Join(", ", items)})";
    }

    /// <summary>"[a, b]", which is how Python prints a batch.</summary>
    public static string List(params IEnumerable<string> reprs) => $"[{string.Join(", ", reprs)}]";

    public static string Shape(ReadOnlySpan<long> shape) => Tuple(shape.ToArray().Select(Repr));

    /// <summary>"nan", "inf", "-inf".</summary>
    public static string Special(double value) => double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";

    private static string Escape(Rune rune, char quote) => rune.Value switch
    {
        '\\' => @"\\",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        _ when rune.Value == quote => $@"\{quote}",
        _ when Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            && (rune.Value == ' ' || Rune.GetUnicodeCategory(rune) != UnicodeCategory.SpaceSeparator) => rune.ToString(),
        <= 0xff => $@"\x{rune.Value:x2}",
        <= 0xffff => $@"\u{rune.Value:x4}",
        _ => $@"\U{rune.Value:x8}",
    };
}
