using System.Globalization;
using System.Text;

namespace AslTutorial.Lessons.Answers;

/// <summary>Python's string literals: their prefixes, one pair of quotes or a triple one, escapes.</summary>
internal static class PythonString
{
    /// <param name="literal">With its prefix and quotes.</param>
    /// <param name="position">Where it begins.</param>
    /// <exception cref="AnswerFaultException">
    /// It is no text but bytes, values are put into it, or an escape is cut short or stands for no character.
    /// </exception>
    public static string Read(string literal, int position)
    {
        var prefix = literal[..literal.IndexOfAny(['\'', '"'])];
        var quotes = Quotes(literal[prefix.Length..]);
        var (begin, end) = (prefix.Length + quotes, literal.Length - quotes);
        if (Has(prefix, 'b'))
        {
            throw new AnswerFaultException(position, AnswerFaultKeys.Bytes, prefix);
        }

        if (Has(prefix, 'f') && literal.AsSpan(begin, end - begin).IndexOfAny('{', '}') is >= 0 and var brace)
        {
            throw new AnswerFaultException(position + begin + brace, AnswerFaultKeys.FormattedString, prefix);
        }

        return Has(prefix, 'r') ? literal[begin..end] : Unescape(literal, begin, end, position);
    }

    private static bool Has(string prefix, char letter) => prefix.Contains(letter, StringComparison.OrdinalIgnoreCase);

    private static int Quotes(string quoted) => quoted.Length >= 6 && quoted[1] == quoted[0] && quoted[2] == quoted[0] ? 3 : 1;

    private static string Unescape(string literal, int begin, int end, int position)
    {
        var text = new StringBuilder();
        for (var i = begin; i < end; i++)
        {
            if (literal[i] != '\\')
            {
                text.Append(literal[i]);
                continue;
            }

            var escape = literal[i..end];
            if (escape.StartsWith("\\N{", StringComparison.Ordinal))
            {
                throw new AnswerFaultException(position + i, AnswerFaultKeys.NamedEscape);
            }

            var (characters, length) = Escape(escape)
                ?? throw new AnswerFaultException(position + i, AnswerFaultKeys.MalformedEscape, escape[..Math.Min(escape.Length, 6)]);
            text.Append(characters);
            i += length - 1;
        }

        return text.ToString();
    }

    /// <summary>The characters that an escape stands for, and how long it is.</summary>
    private static (string Characters, int Length)? Escape(string text) => text[1] switch
    {
        '\\' or '\'' or '"' => (text[1].ToString(), 2),
        'n' => ("\n", 2),
        'r' => ("\r", 2),
        't' => ("\t", 2),
        'a' => ("\a", 2),
        'b' => ("\b", 2),
        'f' => ("\f", 2),
        'v' => ("\v", 2),
        'x' => Hex(text, 2),
        'u' => Hex(text, 4),
        'U' => Hex(text, 8),
        'N' => null,
        >= '0' and <= '7' => Octal(text),

        // Python keeps the backslash of an escape it does not know.
        _ => (text[..2], 2),
    };

    private static (string Characters, int Length)? Hex(string text, int digits) =>
        text.Length >= digits + 2
        && int.TryParse(text.AsSpan(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        && Rune.IsValid(code)
            ? (new Rune(code).ToString(), digits + 2)
            : null;

    private static (string Characters, int Length) Octal(string text)
    {
        var digits = text.Skip(1).Take(3).TakeWhile(sign => sign is >= '0' and <= '7').ToArray();
        return (((char)Convert.ToInt32(new string(digits), 8)).ToString(), digits.Length + 1);
    }
}
