using AslTutorial.Lessons.Answers;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Exercises.Reading;

/// <summary>The known mistakes of an exercise's file.</summary>
internal static class MistakeYaml
{
    private const string Verdict = "wrong";

    /// <summary>The mistake, or null and faults.</summary>
    public static ExerciseMistake? Read(YamlMap map, IReadOnlyList<ExerciseGap> gaps, AnswerNames names, FaultLog faults)
    {
        var id = map.RequiredText("id");
        var when = When(map, gaps, names, faults);
        var shown = map.Texts("gaps");
        if (shown.Count == 0)
        {
            faults.Add(map.File, map.Line, "'gaps' is missing: where the message stands");
        }

        foreach (var gap in shown.Where(name => gaps.All(gap => gap.Name != name)))
        {
            faults.Add(map.File, map.LineAt("gaps"), $"the exercise has no gap '{gap}'");
        }

        if (map.RequiredText("verdict") is { Length: > 0 } verdict and not Verdict)
        {
            faults.Add(map.File, map.LineAt("verdict"), $"verdict '{verdict}': a mistake is '{Verdict}'");
        }

        var message = TextYaml.Read(map, "message", faults);
        var outcome = OutcomeYaml.Read(map, faults);
        var evidence = map.Has("evidence") ? TextYaml.Read(map, "evidence", faults) : null;
        map.RefuseOtherKeys();
        return id.Length == 0 || message is null || outcome is null || when.Count == 0 ? null : new(id, when, shown, message, outcome, evidence);
    }

    private static Dictionary<string, IReadOnlyList<AnswerPattern>> When(
        YamlMap map, IReadOnlyList<ExerciseGap> gaps, AnswerNames names, FaultLog faults)
    {
        var when = new Dictionary<string, IReadOnlyList<AnswerPattern>>();
        var answers = map.Map("when");
        foreach (var name in answers?.Keys ?? [])
        {
            if (gaps.FirstOrDefault(gap => gap.Name == name) is not { } gap)
            {
                faults.Add(map.File, answers!.LineAt(name), $"the exercise has no gap '{name}'");
            }
            else if (GapYaml.Answers(answers!, name, gap, names, faults) is { Count: > 0 } patterns)
            {
                when[name] = patterns;
            }
            else if (answers!.LinesAt(name).Count == 0)
            {
                // A mistake without this gap would match anything written there.
                faults.Add(map.File, answers.LineAt(name), $"'{name}' lists no answers");
            }
        }

        if (answers is null || !answers.Keys.Any())
        {
            faults.Add(map.File, map.LineAt("when"), "'when' is missing: the answers that make the mistake, by gap");
        }

        return when;
    }
}
