using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Exercises;

/// <summary>An answer that the author wrote down, to be compared with by value.</summary>
/// <param name="Written">As it stands in the file; empty for a gap left empty.</param>
/// <param name="Reading">The same, read: a value, or empty.</param>
public sealed record AnswerPattern(string Written, AnswerReading Reading)
{
    /// <summary>Whether a learner's answer is the same: as a value, whatever its spelling, and in any order of keywords.</summary>
    public bool Matches(AnswerReading answer, AnswerNames names)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Fault is not null || answer.Arguments.Count != Reading.Arguments.Count)
        {
            return false;
        }

        var positional = Reading.Arguments.Where(argument => argument.Keyword is null).Zip(answer.Arguments);
        return positional.All(pair => pair.First.IsMetBy(pair.Second, names))
            && Reading.Arguments.Where(argument => argument.Keyword is not null)
                .All(wanted => answer.Arguments.Any(given => wanted.IsMetBy(given, names)));
    }
}
