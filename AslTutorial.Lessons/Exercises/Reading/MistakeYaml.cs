using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Exercises.Reading;

/// <summary>The known mistakes of an exercise's file.</summary>
internal static class MistakeYaml
{
    /// <summary>The mistake, or null and faults.</summary>
    public static ExerciseMistake? Read(YamlMap map, IReadOnlyList<ExerciseGap> gaps, AnswerNames names)
    {
        var id = map.Text("id");
        var when = When(map, gaps, names);
        var shown = map.Texts("gaps");
        if (shown.Count == 0)
        {
            map.Fault("gaps is missing: where the message stands");
        }

        foreach (var (gap, line) in shown.Where(item => gaps.All(gap => gap.Name != item.Text)))
        {
            map.Fault(line, $"the exercise has no gap {gap}");
        }

        if (map.Text("verdict") is { } verdict and not "wrong")
        {
            map.Fault("verdict", $"verdict: {verdict}; a mistake is wrong");
        }

        var message = map.Local("message");
        var outcome = map.Map("outcome") is { } outcomeMap ? OutcomeYaml.Read(outcomeMap) : null;
        map.Finish();
        return id is null || message is null || outcome is null || when.Count == 0
            ? null
            : new(id, when, [.. shown.Select(item => item.Text)], message, outcome);
    }

    private static Dictionary<string, IReadOnlyList<AnswerPattern>> When(YamlMap map, IReadOnlyList<ExerciseGap> gaps, AnswerNames names)
    {
        var when = new Dictionary<string, IReadOnlyList<AnswerPattern>>();
        if (map.Map("when") is not { } answers)
        {
            return when;
        }

        foreach (var name in answers.Keys)
        {
            var texts = answers.Texts(name);
            if (gaps.FirstOrDefault(gap => gap.Name == name) is not { } gap)
            {
                answers.Fault(name, $"the exercise has no gap {name}");
            }
            else if (GapYaml.Patterns(answers, "when", gap, texts, names) is { Count: > 0 } patterns)
            {
                when[name] = patterns;
            }
        }

        if (answers.Keys.All(name => gaps.All(gap => gap.Name != name)))
        {
            map.Fault("when", "when names no gap");
        }

        return when;
    }
}
