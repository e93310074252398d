using System.Globalization;
using System.Text;
using Superpower.Model;

namespace AslTutorial.Lessons.Answers;

/// <summary>
/// Looks over a text before it is parsed: what cannot be an answer at all, the usual slips, and Python that no answer
/// needs, each with a sentence that calls it by its name.
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

    /// <param name="kind">Of the gap: an argument may have C#'s colon.</param>
    public static AnswerFault? FindSlip(string text, TokenList<AnswerToken> tokens, GapKind kind)
    {
        var open = new Stack<int>();
        var all = tokens.ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var (before, after) = (i > 0 ? all[i - 1] : (Token<AnswerToken>?)null, i + 1 < all.Count ? all[i + 1] : (Token<AnswerToken>?)null);
            if (FindSlip(text, before, all[i], after, open, kind) is { } fault)
            {
                return fault;
            }
        }

        return open.TryPop(out var unclosed) ? new(unclosed, AnswerFaultKeys.UnclosedParenthesis) : null;
    }

    private static AnswerFault? FindSlip(
        string text, Token<AnswerToken>? before, Token<AnswerToken> token, Token<AnswerToken>? after, Stack<int> open, GapKind kind)
    {
        var at = token.Position.Absolute;
        switch (token.Kind)
        {
            case AnswerToken.UnclosedText:
                return new(at, AnswerFaultKeys.UnclosedQuote, text[at].ToString());
            case AnswerToken.Operator:
                return FindOperator(before, token);
            case AnswerToken.Star when !EndsValue(before):
                return new(at, AnswerFaultKeys.Unpacking, "*");
            case AnswerToken.Colon when kind == GapKind.Argument && before is { Kind: AnswerToken.Name }:
                return null;
            case AnswerToken.Colon or AnswerToken.Other:
                return new(at, AnswerFaultKeys.UnsupportedCharacter, Sign(text, token));
            case AnswerToken.Name when PythonKeywords.FaultOf(token.ToStringValue()) is { } key:
                return new(at, key, token.ToStringValue());
            case AnswerToken.LeftParenthesis when before is { } called && IsCall(called, after):
                return new(at, AnswerFaultKeys.Call, called.Kind == AnswerToken.Name ? called.ToStringValue() : "");
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

    private static bool IsCall(Token<AnswerToken> before, Token<AnswerToken>? after) => before.Kind switch
    {
        AnswerToken.Name when before.ToStringValue() == "not" => false,
        AnswerToken.Name when before.ToStringValue() == AnswerGrammar.Bool => after is { Kind: AnswerToken.RightParenthesis },
        _ => EndsValue(before),
    };

    private static AnswerFault FindOperator(Token<AnswerToken>? before, Token<AnswerToken> token)
    {
        var sign = token.ToStringValue();
        var (key, argument) = sign switch
        {
            "." when EndsValue(before) => (AnswerFaultKeys.Dot, before!.Value.Kind == AnswerToken.Name ? before.Value.ToStringValue() : ""),
            "." => (AnswerFaultKeys.UnexpectedPart, sign),
            "[" when EndsValue(before) => (AnswerFaultKeys.Subscript, before!.Value.Kind == AnswerToken.Name ? before.Value.ToStringValue() : ""),
            "[" or "]" => (AnswerFaultKeys.List, sign),
            "{" or "}" => (AnswerFaultKeys.Braces, sign),
            "**" when !EndsValue(before) => (AnswerFaultKeys.Unpacking, sign),
            "<" or ">" or "<=" or ">=" or "==" or "!=" => (AnswerFaultKeys.Comparison, sign),
            ":=" => (AnswerFaultKeys.Assignment, sign),
            ";" => (AnswerFaultKeys.Semicolon, sign),
            "#" => (AnswerFaultKeys.Comment, sign),
            _ => (AnswerFaultKeys.Operator, sign),
        };
        return new(token.Position.Absolute, key, argument);
    }

    /// <summary>Whether a value ends there, so that what follows is done with it.</summary>
    private static bool EndsValue(Token<AnswerToken>? token) => token switch
    {
        { Kind: AnswerToken.Name } name => name.ToStringValue() != "not",
        { Kind: AnswerToken.Number or AnswerToken.Text or AnswerToken.RightParenthesis } => true,
        _ => false,
    };

    // Half of a surrogate pair: the other half was cut off.
    private static string Sign(string text, Token<AnswerToken> token) =>
        Rune.TryGetRuneAt(text, token.Position.Absolute, out var rune) && rune.Utf16SequenceLength > 1
            ? rune.ToString()
            : token.ToStringValue();
}
