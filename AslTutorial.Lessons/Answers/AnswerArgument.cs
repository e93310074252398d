namespace AslTutorial.Lessons.Answers;

/// <summary>A value, and the keyword it was written with.</summary>
/// <param name="Keyword">What stands before "=", or null for none.</param>
/// <param name="Value">Arithmetic is worked out; a name on its own stays a name.</param>
/// <param name="ValueSource">The value as Python would write it: IMG_WIDTH * 2, 'label'.</param>
/// <param name="Position">Where it begins in the learner's text, from 0.</param>
public sealed record AnswerArgument(string? Keyword, AnswerValue Value, string ValueSource, int Position)
{
    /// <summary>With the keyword: shuffle=True.</summary>
    public string Source => Keyword is null ? ValueSource : $"{Keyword}={ValueSource}";

    /// <summary>Whether another has the same keyword and value, however they are written.</summary>
    public bool IsSame(AnswerArgument other, AnswerNames names)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Keyword == other.Keyword && Value.Resolve(names) == other.Value.Resolve(names);
    }
}
