using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace AslTutorial.Lessons.Answers;

/// <summary>
/// Literals, names, + - * //, a minus before, parentheses; arguments with or without a keyword. Recursion happens in
/// parentheses alone, and their depth is checked before.
/// </summary>
internal static class AnswerGrammar
{
    private static readonly TokenListParser<AnswerToken, AnswerExpression> Number =
        Token.EqualTo(AnswerToken.Number).Select(token => PythonNumber.Read(token.ToStringValue(), At(token)));

    private static readonly TokenListParser<AnswerToken, AnswerExpression> Text =
        Token.EqualTo(AnswerToken.Text).Select(AnswerExpression (token) =>
            new AnswerExpression.Literal(At(token), new AnswerValue.String(PythonString.Read(token.ToStringValue(), At(token)))));

    private static readonly TokenListParser<AnswerToken, AnswerExpression> Word =
        Token.EqualTo(AnswerToken.Name).Select(AnswerExpression (token) => token.ToStringValue() switch
        {
            "True" => new AnswerExpression.Literal(At(token), new AnswerValue.Boolean(true)),
            "False" => new AnswerExpression.Literal(At(token), new AnswerValue.Boolean(false)),
            "None" => new AnswerExpression.Literal(At(token), new AnswerValue.None()),
            var word => new AnswerExpression.Name(At(token), word),
        });

    private static readonly TokenListParser<AnswerToken, AnswerExpression> Group =
        from open in Token.EqualTo(AnswerToken.LeftParenthesis)
        from inner in Parse.Ref(() => Sum!)
        from close in Token.EqualTo(AnswerToken.RightParenthesis)
        select (AnswerExpression)new AnswerExpression.Group(At(open), inner);

    private static readonly TokenListParser<AnswerToken, AnswerExpression> Factor =
        from signs in Token.EqualTo(AnswerToken.Minus).Many()
        from operand in Number.Or(Text).Or(Word).Or(Group)
        select signs.Reverse().Aggregate(operand, (inner, sign) => new AnswerExpression.Negation(At(sign), inner));

    private static readonly TokenListParser<AnswerToken, AnswerExpression> Product = Parse.Chain(
        Token.EqualTo(AnswerToken.Star).Or(Token.EqualTo(AnswerToken.FloorDivide)),
        Factor,
        (sign, left, right) => new AnswerExpression.Operation(left, sign.Kind, right));

    private static readonly TokenListParser<AnswerToken, AnswerExpression> Sum = Parse.Chain(
        Token.EqualTo(AnswerToken.Plus).Or(Token.EqualTo(AnswerToken.Minus)),
        Product,
        (sign, left, right) => new AnswerExpression.Operation(left, sign.Kind, right));

    private static readonly TokenListParser<AnswerToken, Token<AnswerToken>> Keyword =
        from word in Token.EqualTo(AnswerToken.Name)
        from sign in Token.EqualTo(AnswerToken.Equal)
        select word;

    private static readonly TokenListParser<AnswerToken, AnswerPart> Part =
        from keyword in Keyword.Try().Select(word => (Token<AnswerToken>?)word).OptionalOrDefault()
        from value in Sum
        select new AnswerPart(keyword?.ToStringValue(), value, keyword is { } word ? At(word) : value.Position);

    /// <summary>At least one part. The comma that follows the argument before the gap may be written, and one at the end.</summary>
    public static readonly TokenListParser<AnswerToken, AnswerPart[]> Parts =
        from comma in Token.EqualTo(AnswerToken.Comma).OptionalOrDefault()
        from first in Part
        from others in Token.EqualTo(AnswerToken.Comma).IgnoreThen(Part).Try().Many()
        from last in Token.EqualTo(AnswerToken.Comma).OptionalOrDefault()
        select (AnswerPart[])[first, .. others];

    private static int At(Token<AnswerToken> token) => token.Position.Absolute;
}
