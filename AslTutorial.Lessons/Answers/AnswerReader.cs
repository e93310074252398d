using System.Globalization;
using Superpower.Model;

namespace AslTutorial.Lessons.Answers;

/// <summary>
/// From a gap's text to values, by a small grammar of Python: strings, numbers, True, False, None, names, + - * / //, a
/// sign before, not, bool(), parentheses, and keywords where the gap is an argument; C#'s name: true is taken there too.
/// Nothing is executed. Any text is taken, and the work is bounded by <see cref="AnswerLimits"/>.
/// </summary>
public static class AnswerReader
{
    // What listings and notebooks put where something is to be filled in.
    private const string Placeholder = "FIXME";

    /// <param name="text">What stands in the gap, of any length.</param>
    /// <param name="kind">What is wanted. It decides on the grammar alone: a value of another kind is read and left to the judge.</param>
    /// <param name="names">The names that arithmetic may use.</param>
    /// <param name="maxArguments">How many arguments a gap of kind <see cref="GapKind.Argument"/> takes.</param>
    public static AnswerReading Read(string? text, GapKind kind, AnswerNames names, int maxArguments = 1)
    {
        ArgumentNullException.ThrowIfNull(names);
        var trimmed = (text ?? "").AsSpan().Trim();
        if (trimmed.Length > AnswerLimits.MaxLength)
        {
            return AnswerReading.Of(new AnswerFault(0, AnswerFaultKeys.TooLong, AnswerLimits.MaxLength.ToString(CultureInfo.InvariantCulture)));
        }

        var written = trimmed.ToString();
        if (IsUnfilled(written))
        {
            return AnswerReading.Empty;
        }

        try
        {
            var folded = KeyboardSigns.Fold(written);
            return IsUnfilled(folded) ? AnswerReading.Empty
                : kind == GapKind.Text ? PlainText.Read(written)
                : kind == GapKind.Operation ? AnswerOperation.Read(folded, names, wasFolded: folded != written)
                : names.FindPhrase(folded) is { } phrase ? Phrase(phrase, wasFolded: folded != written)
                : Values(folded, kind, names, maxArguments, wasFolded: folded != written);
        }
        catch (AnswerFaultException exception)
        {
            var before = text!.Length - text.AsSpan().TrimStart().Length;
            return AnswerReading.Of(exception.Fault with { Position = exception.Fault.Position + before });
        }
    }

    private static AnswerReading Phrase(string phrase, bool wasFolded) =>
        AnswerReading.Of([new AnswerArgument(null, new AnswerValue.Name(phrase), phrase, 0)], wasFolded);

    private static bool IsUnfilled(string text) =>
        text.Length == 0
        || text.Equals(Placeholder, StringComparison.OrdinalIgnoreCase)
        || text is "..." or "…" or "……"
        || (text.Length > 1 && text.All(sign => sign == '_'))
        || (text[0] == '⟦' && text[^1] == '⟧');

    private static AnswerReading Values(string text, GapKind kind, AnswerNames names, int maxArguments, bool wasFolded)
    {
        var parts = Parse(text, kind);
        if (kind != GapKind.Argument)
        {
            RefuseKeyword(parts[0]);
        }
        else if (parts.Length > maxArguments)
        {
            throw new AnswerFaultException(
                parts[maxArguments].Position, AnswerFaultKeys.TooManyArguments, maxArguments.ToString(CultureInfo.InvariantCulture));
        }

        CheckKeywords(parts);
        var evaluator = new AnswerEvaluator(names);
        return AnswerReading.Of(
            [.. parts.Select(part => new AnswerArgument(part.Keyword, evaluator.Evaluate(part.Value), part.Value.Bare.Source, part.Position))],
            wasFolded || parts.Any(part => part.IsCSharp));
    }

    private static AnswerPart[] Parse(string text, GapKind kind)
    {
        var tokens = Tokens(text, kind);

        // Around an argument a comma belongs to the listing; beside a single value it would make a tuple.
        if (kind != GapKind.Argument && tokens.FirstOrDefault(token => token.Kind == AnswerToken.Comma) is { HasValue: true } comma)
        {
            throw new AnswerFaultException(comma.Position.Absolute, AnswerFaultKeys.SeveralValues);
        }

        var result = AnswerGrammar.Parts(tokens);
        return result.HasValue && result.Remainder.IsAtEnd ? result.Value : throw Unexpected(text, result.Remainder);
    }

    /// <summary>The text's parts, looked over.</summary>
    internal static TokenList<AnswerToken> Tokens(string text, GapKind kind)
    {
        if (AnswerScan.FindInvisible(text) is { } invisible)
        {
            throw new AnswerFaultException(invisible);
        }

        var tokens = AnswerTokenizer.Tokenize(text);
        return AnswerScan.FindSlip(text, tokens, kind) is { } slip ? throw new AnswerFaultException(slip) : tokens;
    }

    internal static AnswerFaultException Unexpected(string text, TokenList<AnswerToken> remainder)
    {
        var next = remainder.ConsumeToken();
        return next.HasValue
            ? new(next.Value.Position.Absolute, AnswerFaultKeys.UnexpectedPart, next.Value.ToStringValue())
            : new(text.Length, AnswerFaultKeys.UnexpectedEnd);
    }

    private static void RefuseKeyword(AnswerPart part)
    {
        if (part.Keyword is { } keyword)
        {
            throw new AnswerFaultException(part.Position, AnswerFaultKeys.KeywordNotHere, keyword);
        }
    }

    private static void CheckKeywords(AnswerPart[] parts)
    {
        var seen = new HashSet<string>();
        foreach (var part in parts)
        {
            if (part.Keyword is null && seen.Count > 0)
            {
                throw new AnswerFaultException(part.Position, AnswerFaultKeys.PositionalAfterKeyword);
            }

            if (part.Keyword is "True" or "False" or "None")
            {
                throw new AnswerFaultException(part.Position, AnswerFaultKeys.UnexpectedPart, part.Keyword + "=");
            }

            if (part.Keyword is { } keyword && !seen.Add(keyword))
            {
                throw new AnswerFaultException(part.Position, AnswerFaultKeys.RepeatedKeyword, keyword);
            }
        }
    }
}
