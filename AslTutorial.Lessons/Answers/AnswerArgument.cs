namespace AslTutorial.Lessons.Answers;

/// <summary>A value, and the keyword it was written with.</summary>
/// <param name="Keyword">What stands before "=", or the operator of an operation; null for none.</param>
/// <param name="Value">Arithmetic is worked out; a name on its own stays a name.</param>
/// <param name="ValueSource">The value as Python would write it: IMG_WIDTH * 2, 'label'.</param>
/// <param name="Position">Where it begins in the learner's text, from 0.</param>
public sealed record AnswerArgument(string? Keyword, AnswerValue Value, string ValueSource, int Position)
{
    /// <summary>With the keyword or the operator: shuffle=True, / 255.</summary>
    public string Source => Keyword switch
    {
        null => ValueSource,
        var sign when AnswerOperation.IsOperator(sign) => $"{sign} {ValueSource}",
        var keyword => $"{keyword}={ValueSource}",
    };

    /// <summary>Whether another does for this one: the same keyword, and a value that Python takes for the same here.</summary>
    public bool IsMetBy(AnswerArgument given, AnswerNames names)
    {
        ArgumentNullException.ThrowIfNull(given);
        return Keyword == given.Keyword && IsSame(Value.Resolve(names), given.Value.Resolve(names));
    }

    // True == 1 == 1.0 in Python. But where numpy wants a whole number, neither True nor 1.0 is taken for one.
    private static bool IsSame(AnswerValue wanted, AnswerValue given) => (wanted, given) switch
    {
        (AnswerValue.Boolean boolean, AnswerValue.Integer integer) => integer.Value == (boolean.Value ? 1 : 0),
        (AnswerValue.Boolean boolean, AnswerValue.Real real) => real.Value == (boolean.Value ? 1 : 0),
        _ => wanted == given,
    };
}
