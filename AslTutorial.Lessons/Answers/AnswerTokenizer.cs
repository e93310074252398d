using System.Text.RegularExpressions;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using Superpower.Tokenizers;

namespace AslTutorial.Lessons.Answers;

/// <summary>Cuts a gap's text into parts. It takes any text: what belongs to no answer is a part of its own kind.</summary>
internal static class AnswerTokenizer
{
    private static readonly TextParser<char> Digit = Character.Matching(char.IsAsciiDigit, "digit");

    private static readonly TextParser<char> WordSign =
        Character.Matching(sign => sign == '_' || char.IsLetterOrDigit(sign), "letter or digit");

    private static readonly TextParser<Unit> Name =
        Character.Matching(sign => sign == '_' || char.IsLetter(sign), "letter").IgnoreThen(WordSign.IgnoreMany());

    // Takes letters along, so that 28px is one malformed number and not a number followed by a name.
    private static readonly TextParser<Unit> NumberTail = WordSign.Or(Character.EqualTo('.')).IgnoreMany();

    private static readonly TextParser<Unit> PrefixedNumber =
        Character.EqualTo('0').IgnoreThen(Character.In('x', 'X', 'o', 'O', 'b', 'B')).IgnoreThen(NumberTail);

    private static readonly TextParser<Unit> DecimalNumber =
        Character.EqualTo('.').OptionalOrDefault().IgnoreThen(Digit).IgnoreThen(
            Character.In('e', 'E').IgnoreThen(Character.In('+', '-')).Try()
                .Or(WordSign)
                .Or(Character.EqualTo('.'))
                .IgnoreMany());

    // Python's prefixes (reference, 2.4.1), then one pair of quotes or a triple one.
    private static readonly TextParser<TextSpan> Literal = Span.Regex(
        """
        (?:[bB][rR]|[rR][bBfF]|[fF][rR]|[rRuUbBfF])?(?:'''(?:\\.|(?!''')[^\\])*'''|\"\"\"(?:\\.|(?!\"\"\")[^\\])*\"\"\"|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
        """,
        RegexOptions.CultureInvariant | RegexOptions.Singleline);

    // The longer before the shorter.
    private static readonly string[] Operators =
        ["**", "<<", ">>", "<=", ">=", "==", "!=", ":=", "<", ">", "%", "@", "&", "|", "^", "~", "[", "]", "{", "}", ".", ";", "#"];

    private static readonly Tokenizer<AnswerToken> Instance = Build();

    public static TokenList<AnswerToken> Tokenize(string text) => Instance.Tokenize(text);

    private static Tokenizer<AnswerToken> Build()
    {
        var builder = new TokenizerBuilder<AnswerToken>()
            .Ignore(Character.In(' ', '\t'))
            .Match(Literal, AnswerToken.Text)
            .Match(Character.In('\'', '"').IgnoreThen(Character.AnyChar.IgnoreMany()), AnswerToken.UnclosedText)
            .Match(PrefixedNumber, AnswerToken.Number)
            .Match(DecimalNumber, AnswerToken.Number)
            .Match(Name, AnswerToken.Name)
            .Match(Span.EqualTo("//"), AnswerToken.FloorDivide)
            .Match(Character.EqualTo('/'), AnswerToken.Divide);
        builder = Operators.Aggregate(builder, (known, sign) => known.Match(Span.EqualTo(sign), AnswerToken.Operator));
        return builder
            .Match(Character.EqualTo('+'), AnswerToken.Plus)
            .Match(Character.EqualTo('-'), AnswerToken.Minus)
            .Match(Character.EqualTo('*'), AnswerToken.Star)
            .Match(Character.EqualTo('('), AnswerToken.LeftParenthesis)
            .Match(Character.EqualTo(')'), AnswerToken.RightParenthesis)
            .Match(Character.EqualTo(','), AnswerToken.Comma)
            .Match(Character.EqualTo('='), AnswerToken.Equal)
            .Match(Character.EqualTo(':'), AnswerToken.Colon)
            .Match(Character.AnyChar, AnswerToken.Other)
            .Build();
    }
}
