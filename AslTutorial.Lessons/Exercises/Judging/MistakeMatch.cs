using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Exercises.Judging;

/// <summary>Which known mistakes an answer makes.</summary>
internal static class MistakeMatch
{
    /// <summary>The mistake that all the gaps together make: its own answers, and the others right. The most particular one.</summary>
    public static ExerciseMistake? FindWhole(
        ExerciseDefinition exercise, IReadOnlyDictionary<string, AnswerReading> readings, IReadOnlySet<string> right, AnswerNames names) =>
        exercise.Mistakes
            .Where(mistake => Makes(mistake, readings, names)
                && !mistake.When.Keys.All(right.Contains)
                && exercise.Gaps.All(gap => mistake.When.ContainsKey(gap.Name) || right.Contains(gap.Name)))
            .MaxBy(mistake => mistake.When.Count);

    /// <summary>Mistakes that some of the gaps make, whatever the others are; no gap in two of them.</summary>
    public static IReadOnlyList<ExerciseMistake> FindParts(
        ExerciseDefinition exercise, IReadOnlyDictionary<string, AnswerReading> readings, IReadOnlySet<string> right, AnswerNames names)
    {
        var found = new List<ExerciseMistake>();
        foreach (var mistake in exercise.Mistakes.OrderByDescending(mistake => mistake.When.Count))
        {
            var isNew = found.All(other => !other.When.Keys.Intersect(mistake.When.Keys).Any());
            if (isNew && !mistake.When.Keys.All(right.Contains) && Makes(mistake, readings, names))
            {
                found.Add(mistake);
            }
        }

        return found;
    }

    private static bool Makes(ExerciseMistake mistake, IReadOnlyDictionary<string, AnswerReading> readings, AnswerNames names) =>
        mistake.When.All(item => readings.TryGetValue(item.Key, out var reading) && item.Value.Any(pattern => pattern.Matches(reading, names)));
}
