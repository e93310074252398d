using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Exercises.Judging;

/// <summary>Which gaps are right, with answers that may be exchanged.</summary>
internal static class ExchangeRule
{
    /// <summary>In one group: its orders are tried one after the other.</summary>
    public const int MostGaps = 4;

    /// <summary>The gaps that are right, each by itself or in exchange with others of its group.</summary>
    public static HashSet<string> FindRight(ExerciseDefinition exercise, IReadOnlyDictionary<string, AnswerReading> readings, AnswerNames names)
    {
        var right = exercise.Gaps
            .Where(gap => readings.TryGetValue(gap.Name, out var reading) && gap.IsAccepted(reading, names))
            .Select(gap => gap.Name)
            .ToHashSet();
        foreach (var group in exercise.Exchanges.Where(group => group.All(readings.ContainsKey)))
        {
            var gaps = group.Select(name => exercise.Find(name)!).ToArray();
            var best = Orders(group).MaxBy(order => CountRight(gaps, order, readings, names))!;
            if (CountRight(gaps, best, readings, names) > group.Count(right.Contains))
            {
                // A gap counts as right when its answer fits some gap of the group, not necessarily its own.
                right.ExceptWith(group);
                right.UnionWith(gaps.Zip(best).Where(pair => pair.First.IsAccepted(readings[pair.Second], names)).Select(pair => pair.Second));
            }
        }

        return right;
    }

    private static int CountRight(
        ExerciseGap[] gaps, IReadOnlyList<string> order, IReadOnlyDictionary<string, AnswerReading> readings, AnswerNames names) =>
        gaps.Zip(order).Count(pair => pair.First.IsAccepted(readings[pair.Second], names));

    private static IEnumerable<IReadOnlyList<string>> Orders(IReadOnlyList<string> names) => names.Count <= 1
        ? [names]
        : names.SelectMany(first => Orders([.. names.Where(name => name != first)]), (first, rest) => (IReadOnlyList<string>)[first, .. rest]);
}
