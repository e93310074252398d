using System.Globalization;
using AslTutorial.Lessons.Answers;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace AslTutorial.Lessons.Exercises.Questions;

/// <summary>
/// Numbers and shapes as people write them: (5, 1, 28, 28), 5 1 28 28, 5×1×28×28, [5,1,28,28] and torch.Size([5, 1, 28, 28])
/// are one answer; so are 11300, 11,300 and 50 * 226 where one number is asked for.
/// </summary>
internal static class NumberReader
{
    private const int MostNumbers = 16;
    private const int MostBrackets = 3;

    private static readonly TextParser<char> Digit = Character.Matching(char.IsAsciiDigit, "digit");

    private static readonly TextParser<TextSpan> Digits = Span.MatchedBy(Digit.AtLeastOnce());

    private static readonly TextParser<decimal> Number = Span
        .MatchedBy(
            from sign in Character.EqualTo('-').OptionalOrDefault()
            from whole in Digits
            from fraction in Character.EqualTo('.').IgnoreThen(Digit.IgnoreMany()).OptionalOrDefault()
            select Unit.Value)
        .Where(span => span.Length <= 28, "at most 28 signs")
        .Select(span => decimal.Parse(span.ToStringValue(), CultureInfo.InvariantCulture));

    private static readonly TextParser<Unit> Blanks = Character.EqualTo(' ').IgnoreMany();

    private static readonly TextParser<Unit> Separator =
        Blanks.IgnoreThen(Character.In(',', '*', 'x', 'X', ';')).IgnoreThen(Blanks).Try().Or(Character.EqualTo(' ').AtLeastOnce().Value(Unit.Value));

    private static readonly TextParser<decimal[]> Shape =
        from name in Span.EqualTo("torch.Size").OptionalOrDefault()
        from open in Brackets('(', '[')
        from first in Number
        from others in Separator.IgnoreThen(Number).Try().Many()
        from comma in Blanks.IgnoreThen(Character.EqualTo(',')).Try().OptionalOrDefault()
        from spaceAfter in Blanks
        from close in Brackets(')', ']')
        where open.Length == close.Length && open.Length <= MostBrackets && others.Length < MostNumbers
        select (decimal[])[first, .. others];

    /// <summary>The numbers, or null where it is none of this.</summary>
    /// <param name="text">Of any length.</param>
    /// <param name="wanted">How many are asked for: one may be written as a small calculation or with thousands apart.</param>
    public static IReadOnlyList<decimal>? Read(string text, int wanted)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length > AnswerLimits.MaxLength)
        {
            return null;
        }

        var folded = KeyboardSigns.Fold(trimmed.ToString());
        return (wanted == 1 ? Thousands(folded) ?? Calculation(folded) : null) ?? List(folded);
    }

    /// <summary>The way Python prints it: 250, 1.25, (5, 1, 28, 28).</summary>
    public static string Write(IReadOnlyList<decimal> numbers)
    {
        var written = numbers.Select(number => number.ToString("0.############################", CultureInfo.InvariantCulture));
        return numbers.Count == 1 ? written.Single() : $"({string.Join(", ", written)})";
    }

    private static TextParser<char[]> Brackets(params char[] signs) =>
        Character.In(signs).Then(bracket => Blanks.Value(bracket)).Many();

    private static decimal[]? List(string text)
    {
        var result = Shape.AtEnd().TryParse(text);
        return result.HasValue ? result.Value : null;
    }

    private static decimal[]? Thousands(string text)
    {
        var groups = text.Split(',');
        var isGrouped = groups.Length is > 1 and <= 9
            && groups[0].Length is >= 1 and <= 3
            && groups.Skip(1).All(group => group.Length == 3)
            && groups.All(group => group.All(char.IsAsciiDigit));
        return isGrouped ? [decimal.Parse(string.Concat(groups), CultureInfo.InvariantCulture)] : null;
    }

    private static decimal[]? Calculation(string text) => AnswerReader.Read(text, GapKind.Integer, AnswerNames.None).Value switch
    {
        AnswerValue.Integer integer => [integer.Value],
        AnswerValue.Real { Value: > -1e15 and < 1e15 } real => [(decimal)real.Value],
        _ => null,
    };
}
