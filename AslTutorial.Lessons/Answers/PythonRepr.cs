using System.Globalization;
using System.Text;

namespace AslTutorial.Lessons.Answers;

/// <summary>Python's repr of strings and floats.</summary>
internal static class PythonRepr
{
    /// <summary>In single quotes, or in double ones if it holds single ones and no double ones.</summary>
    public static string Of(string text)
    {
        var quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        var repr = new StringBuilder().Append(quote);
        foreach (var rune in text.EnumerateRunes())
        {
            repr.Append(Escape(rune, quote));
        }

        return repr.Append(quote).ToString();
    }

    /// <summary>The shortest digits that give the number back; with an exponent below 1e-04 and from 1e+16 on.</summary>
    public static string Of(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var sign = text.StartsWith('-') ? "-" : "";
        var parts = text[sign.Length..].Split('E');
        var mantissa = parts[0].Split('.');
        var fraction = mantissa.Length > 1 ? mantissa[1] : "";
        var written = mantissa[0] + fraction;
        var digits = written.TrimStart('0');
        if (digits.Length == 0)
        {
            return sign + "0.0";
        }

        // The value is 0.digits times ten to the point.
        var point = mantissa[0].Length - (written.Length - digits.Length)
            + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        digits = digits.TrimEnd('0');
        return sign + (point is > -4 and <= 16 ? Positional(digits, point) : Scientific(digits, point - 1));
    }

    private static string Positional(string digits, int point) => point switch
    {
        <= 0 => "0." + new string('0', -point) + digits,
        _ when point >= digits.Length => digits + new string('0', point - digits.Length) + ".0",
        _ => digits[..point] + "." + digits[point..],
    };

    private static string Scientific(string digits, int exponent)
    {
        var fraction = digits.Length == 1 ? "" : "." + digits[1..];
        return $"{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
    }

    private static string Escape(Rune rune, char quote) => rune.Value switch
    {
        '\\' => @"\\",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        _ when rune.Value == quote => $@"\{quote}",
        _ when IsPrintable(rune) => rune.ToString(),
        <= 0xff => $@"\x{rune.Value:x2}",
        <= 0xffff => $@"\u{rune.Value:x4}",
        _ => $@"\U{rune.Value:x8}",
    };

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator);
}
