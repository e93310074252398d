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

    // All that hangs together with a number, so that 28px is one malformed number and not a number and a name.
    private static readonly TextParser<Unit> NumberTail = WordSign.Or(Character.EqualTo('.')).IgnoreMany();

    private static readonly TextParser<Unit> PrefixedNumber =
        Character.EqualTo('0').IgnoreThen(Character.In('x', 'X', 'o', 'O', 'b', 'B')).IgnoreThen(NumberTail);

    private static readonly TextParser<Unit> DecimalNumber =
        Character.EqualTo('.').OptionalOrDefault().IgnoreThen(Digit).IgnoreThen(
            Character.In('e', 'E').IgnoreThen(Character.In('+', '-')).Try()
                .Or(WordSign)
                .Or(Character.EqualTo('.'))
                .IgnoreMany());

    private static readonly Tokenizer<AnswerToken> Instance = new TokenizerBuilder<AnswerToken>()
        .Ignore(Character.In(' ', '\t'))
        .Match(Quoted('\''), AnswerToken.Text)
        .Match(Quoted('"'), AnswerToken.Text)
        .Match(Character.In('\'', '"').IgnoreThen(Character.AnyChar.IgnoreMany()), AnswerToken.UnclosedText)
        .Match(PrefixedNumber, AnswerToken.Number)
        .Match(DecimalNumber, AnswerToken.Number)
        .Match(Name, AnswerToken.Name)
        .Match(Span.EqualTo("//"), AnswerToken.FloorDivide)
        .Match(Character.EqualTo('+'), AnswerToken.Plus)
        .Match(Character.EqualTo('-'), AnswerToken.Minus)
        .Match(Character.EqualTo('*').IgnoreThen(Character.EqualTo('*')), AnswerToken.Other)
        .Match(Character.EqualTo('*'), AnswerToken.Star)
        .Match(Character.EqualTo('('), AnswerToken.LeftParenthesis)
        .Match(Character.EqualTo(')'), AnswerToken.RightParenthesis)
        .Match(Character.EqualTo(','), AnswerToken.Comma)
        .Match(Character.EqualTo('=').IgnoreThen(Character.EqualTo('=')), AnswerToken.Other)
        .Match(Character.EqualTo('='), AnswerToken.Equal)
        .Match(Character.AnyChar, AnswerToken.Other)
        .Build();

    public static TokenList<AnswerToken> Tokenize(string text) => Instance.Tokenize(text);

    private static TextParser<Unit> Quoted(char quote) =>
        Character.EqualTo(quote)
            .IgnoreThen(Character.EqualTo('\\').IgnoreThen(Character.AnyChar).Or(Character.ExceptIn(quote, '\\')).IgnoreMany())
            .IgnoreThen(Character.EqualTo(quote))
            .Value(Unit.Value);
}
