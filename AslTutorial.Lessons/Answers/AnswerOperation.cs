namespace AslTutorial.Lessons.Answers;

/// <summary>What is done with an array, element by element: one operator of Python, and one value after it.</summary>
/// <remarks>
/// One only: what stands before the gap belongs to it, and in "/ 255 - 0.5" Python would divide first and subtract then.
/// </remarks>
internal static class AnswerOperation
{
    // The longer before the shorter.
    private static readonly string[] Operators = ["**", "//", "/", "*", "+", "-", "%"];

    public static bool IsOperator(string keyword) => Operators.Contains(keyword);

    /// <exception cref="AnswerFaultException">It is no operation.</exception>
    public static AnswerReading Read(string text, AnswerNames names, bool wasFolded)
    {
        var sign = Operators.FirstOrDefault(known => text.StartsWith(known, StringComparison.Ordinal))
            ?? throw new AnswerFaultException(0, AnswerFaultKeys.NoOperator);

        // Replaced by blanks, so that positions in faults stay right.
        var rest = new string(' ', sign.Length) + text[sign.Length..];
        return names.FindPhrase(rest) is { } phrase
            ? AnswerReading.Of([new AnswerArgument(sign, new AnswerValue.Name(phrase), phrase, 0)], wasFolded)
            : AnswerReading.Of([Argument(sign, rest, names)], wasFolded);
    }

    private static AnswerArgument Argument(string sign, string rest, AnswerNames names)
    {
        var result = AnswerGrammar.Factor(AnswerReader.Tokens(rest, GapKind.Operation));
        if (!result.HasValue)
        {
            throw AnswerReader.Unexpected(rest, result.Remainder);
        }

        if (!result.Remainder.IsAtEnd)
        {
            throw new AnswerFaultException(result.Remainder.First().Position.Absolute, AnswerFaultKeys.OneOperation);
        }

        var value = result.Value;
        return new(sign, new AnswerEvaluator(names).Evaluate(value), value.Source, value.Position);
    }
}
