using System.Globalization;
using System.Text;
using Superpower.Model;

namespace AslTutorial.Lessons.Answers;

/// <summary>
/// Looks over a text before it is parsed: what cannot be an answer at all, and the usual slips, each with a sentence
/// that says more than "unexpected".
/// </summary>
internal static class AnswerScan
{
    /// <summary>A character that cannot be seen, or half a character: it would make a message that lies.</summary>
    public static AnswerFault? FindInvisible(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] != '\t' && char.GetUnicodeCategory(text[i]) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                var code = ((int)text[i]).ToString("X4", CultureInfo.InvariantCulture);
                return new(i, AnswerFaultKeys.InvisibleCharacter, $"U+{code}");
            }
        }

        return null;
    }

    public static AnswerFault? FindSlip(string text, TokenList<AnswerToken> tokens)
    {
        var open = new Stack<int>();
        Token<AnswerToken>? before = null;
        foreach (var token in tokens)
        {
            if (FindSlip(text, before, token, open) is { } fault)
            {
                return fault;
            }

            before = token;
        }

        return open.TryPop(out var unclosed) ? new(unclosed, AnswerFaultKeys.UnclosedParenthesis) : null;
    }

    private static AnswerFault? FindSlip(string text, Token<AnswerToken>? before, Token<AnswerToken> token, Stack<int> open)
    {
        var at = token.Position.Absolute;
        switch (token.Kind)
        {
            case AnswerToken.UnclosedText:
                return new(at, AnswerFaultKeys.UnclosedQuote, text[at].ToString());
            case AnswerToken.Other when text[at] == '.' && before is { Kind: AnswerToken.Name } name:
                return new(at, AnswerFaultKeys.Dot, name.ToStringValue());
            case AnswerToken.Other:
                return new(at, AnswerFaultKeys.UnsupportedCharacter, Sign(text, token));
            case AnswerToken.Name when PythonKeywords.Contains(token.ToStringValue()):
                return new(at, AnswerFaultKeys.Keyword, token.ToStringValue());
            case AnswerToken.LeftParenthesis when before is { Kind: AnswerToken.Name } function:
                return new(at, AnswerFaultKeys.Call, function.ToStringValue());
            case AnswerToken.LeftParenthesis when open.Count == AnswerLimits.MaxDepth:
                return new(at, AnswerFaultKeys.TooDeep, AnswerLimits.MaxDepth.ToString(CultureInfo.InvariantCulture));
            case AnswerToken.LeftParenthesis:
                open.Push(at);
                return null;
            case AnswerToken.RightParenthesis when !open.TryPop(out _):
                return new(at, AnswerFaultKeys.ExtraParenthesis);
            default:
                return null;
        }
    }

    // A character outside the basic plane has two halves, and its part only the first.
    private static string Sign(string text, Token<AnswerToken> token) =>
        Rune.TryGetRuneAt(text, token.Position.Absolute, out var rune) && rune.Utf16SequenceLength > 1
            ? rune.ToString()
            : token.ToStringValue();
}
