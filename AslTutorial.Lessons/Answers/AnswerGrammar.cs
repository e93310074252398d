using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace AslTutorial.Lessons.Answers;

/// <summary>
/// Literals, names, + - * / //, a sign before, not, bool(), parentheses; arguments with or without a keyword, which may
/// be followed by C#'s colon. Recursion happens in parentheses alone, and their depth is checked before.
/// </summary>
internal static class AnswerGrammar
{
    /// <summary>The only function that an answer may call.</summary>
    public const string Bool = "bool";

    private const string Not = "not";

    private static readonly TokenListParser<AnswerToken, AnswerExpression> Number =
        Token.EqualTo(AnswerToken.Number).Select(token => PythonNumber.Read(token.ToStringValue(), At(token)));

    // As in Python, adjacent string literals are joined.
    private static readonly TokenListParser<AnswerToken, AnswerExpression> Text =
        Token.EqualTo(AnswerToken.Text).AtLeastOnce().Select(AnswerExpression (tokens) => new AnswerExpression.Literal(
            At(tokens[0]),
            new AnswerValue.String(string.Concat(tokens.Select(token => PythonString.Read(token.ToStringValue(), At(token)))))));

    private static readonly TokenListParser<AnswerToken, AnswerExpression> Word =
        Token.EqualTo(AnswerToken.Name).Where(token => token.ToStringValue() != Not).Select(AnswerExpression (token) => token.ToStringValue() switch
        {
            "True" => new AnswerExpression.Literal(At(token), new AnswerValue.Boolean(true)),
            "False" => new AnswerExpression.Literal(At(token), new AnswerValue.Boolean(false)),
            "None" => new AnswerExpression.Literal(At(token), new AnswerValue.None()),
            var word => new AnswerExpression.Name(At(token), word),
        });

    private static readonly TokenListParser<AnswerToken, AnswerExpression> Group =
        from open in Token.EqualTo(AnswerToken.LeftParenthesis)
        from inner in Parse.Ref(() => Value!)
        from close in Token.EqualTo(AnswerToken.RightParenthesis)
        select (AnswerExpression)new AnswerExpression.Group(At(open), inner);

    private static readonly TokenListParser<AnswerToken, AnswerExpression> BoolCall =
        from name in Token.EqualTo(AnswerToken.Name).Where(token => token.ToStringValue() == Bool)
        from argument in Group
        select (AnswerExpression)new AnswerExpression.Truth(At(name), IsNegated: false, argument);

    /// <summary>A single value, with its sign, or whatever stands in parentheses.</summary>
    public static readonly TokenListParser<AnswerToken, AnswerExpression> Factor =
        from signs in Token.EqualTo(AnswerToken.Minus).Or(Token.EqualTo(AnswerToken.Plus)).Many()
        from operand in Number.Or(Text).Or(BoolCall.Try()).Or(Word).Or(Group)
        select signs.Reverse().Aggregate(operand, (inner, sign) => new AnswerExpression.Signed(At(sign), sign.Kind, inner));

    private static readonly TokenListParser<AnswerToken, AnswerExpression> Product = Parse.Chain(
        Token.EqualTo(AnswerToken.Star).Or(Token.EqualTo(AnswerToken.FloorDivide)).Or(Token.EqualTo(AnswerToken.Divide)),
        Factor,
        (sign, left, right) => new AnswerExpression.Operation(left, sign.Kind, right));

    private static readonly TokenListParser<AnswerToken, AnswerExpression> Sum = Parse.Chain(
        Token.EqualTo(AnswerToken.Plus).Or(Token.EqualTo(AnswerToken.Minus)),
        Product,
        (sign, left, right) => new AnswerExpression.Operation(left, sign.Kind, right));

    private static readonly TokenListParser<AnswerToken, AnswerExpression> Value =
        from nots in Token.EqualTo(AnswerToken.Name).Where(token => token.ToStringValue() == Not).Many()
        from operand in Sum
        select nots.Reverse().Aggregate(operand, (inner, not) => new AnswerExpression.Truth(At(not), IsNegated: true, inner));

    private static readonly TokenListParser<AnswerToken, (Token<AnswerToken> Word, bool IsCSharp)> Keyword =
        from word in Token.EqualTo(AnswerToken.Name)
        from sign in Token.EqualTo(AnswerToken.Equal).Or(Token.EqualTo(AnswerToken.Colon))
        select (word, sign.Kind == AnswerToken.Colon);

    private static readonly TokenListParser<AnswerToken, AnswerPart> Part =
        from keyword in Keyword.Try().Select(found => ((Token<AnswerToken> Word, bool IsCSharp)?)found).OptionalOrDefault()
        from value in Value
        select keyword is { } found
            ? new AnswerPart(found.Word.ToStringValue(), found.IsCSharp ? CSharpValue(value) : value, At(found.Word), found.IsCSharp)
            : new AnswerPart(null, value, value.Position);

    /// <summary>At least one part. The comma that follows the argument before the gap may be written, and one at the end.</summary>
    public static readonly TokenListParser<AnswerToken, AnswerPart[]> Parts =
        from comma in Token.EqualTo(AnswerToken.Comma).OptionalOrDefault()
        from first in Part
        from others in Token.EqualTo(AnswerToken.Comma).IgnoreThen(Part).Try().Many()
        from last in Token.EqualTo(AnswerToken.Comma).OptionalOrDefault()
        select (AnswerPart[])[first, .. others];

    // A colon means a C# argument (shuffle: true), whose literals are lower case.
    private static AnswerExpression CSharpValue(AnswerExpression value) => value.Bare is not AnswerExpression.Name { Word: var word } ? value : word switch
    {
        "true" => new AnswerExpression.Literal(value.Position, new AnswerValue.Boolean(true)),
        "false" => new AnswerExpression.Literal(value.Position, new AnswerValue.Boolean(false)),
        "null" => new AnswerExpression.Literal(value.Position, new AnswerValue.None()),
        _ => value,
    };

    private static int At(Token<AnswerToken> token) => token.Position.Absolute;
}
