using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Exercises;

/// <summary>A place to be filled in.</summary>
/// <param name="Name">Unique in the exercise.</param>
/// <param name="Kind">What is wanted.</param>
/// <param name="Label">What it is, for screen readers.</param>
/// <param name="Accept">The right answers, each a value; the first stands in the solution.</param>
/// <param name="MayBeEmpty">Whether nothing is an answer too, once another gap of the exercise is filled.</param>
/// <param name="MaxArguments">How many arguments a gap of kind argument takes.</param>
public sealed record ExerciseGap(
    string Name,
    GapKind Kind,
    LessonText Label,
    IReadOnlyList<AnswerPattern> Accept,
    bool MayBeEmpty = false,
    int MaxArguments = 1)
{
    /// <summary>A text in this gap.</summary>
    public AnswerReading Read(string? text, AnswerNames names) => AnswerReader.Read(text, Kind, names, MaxArguments);

    public bool IsAccepted(AnswerReading reading, AnswerNames names) => Accept.Any(pattern => pattern.Matches(reading, names));
}
