using AslTutorial.Lessons.Answers;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Lessons.Exercises.Reading;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Exercises;

/// <summary>Reads exercises/ID.yml.</summary>
public static class ExerciseReader
{
    /// <summary>The exercise, or null where the file has a fault.</summary>
    /// <param name="file">What faults call it.</param>
    /// <param name="text">What is in it.</param>
    /// <param name="faults">Gets every fault that is found, each with its line.</param>
    public static ExerciseDefinition? Read(string file, string text, ICollection<LessonContentException> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var found = new FaultLog();
        var exercise = Read(file, text, found);
        foreach (var fault in found.All)
        {
            faults.Add(new LessonContentException([fault]));
        }

        return exercise;
    }

    /// <exception cref="LessonContentException">The file has faults: all of them.</exception>
    public static ExerciseDefinition Read(string file, string text)
    {
        var faults = new FaultLog();
        return Read(file, text, faults) ?? throw new LessonContentException(faults.All);
    }

    internal static ExerciseDefinition? Read(string file, string text, FaultLog faults)
    {
        var found = new FaultLog();
        var exercise = YamlFile.Read(file, text, found) is { } root ? Read(root, found) : null;
        foreach (var fault in found.All)
        {
            faults.Add(fault);
        }

        return found.IsEmpty ? exercise : null;
    }

    private static ExerciseDefinition? Read(YamlMap root, FaultLog faults)
    {
        var (id, title, names) = (root.RequiredId("id"), TextYaml.Read(root, "title", faults), Names(root));
        var stage = OutcomeYaml.ReadStage(root, faults);
        var gapMaps = root.Maps("gaps");
        var gaps = gapMaps.Select(map => GapYaml.Read(map, names, faults)).ToList();
        if (gapMaps.Count == 0)
        {
            faults.Add(root.File, root.Line, "'gaps' is missing or empty");
        }

        var exchanges = Exchanges(root, gaps, faults);
        var mistakes = root.Maps("mistakes").Select(map => (map.Line, Mistake: MistakeYaml.Read(map, gaps, names, faults))).ToList();
        var hints = root.Maps("hints").Select(map => Hint(map, faults)).OfType<LessonText>().ToList();
        var solution = TextYaml.Read(root, "solution", faults);
        var evidence = root.Has("evidence") ? TextYaml.Read(root, "evidence", faults) : null;
        root.RefuseOtherKeys();
        FaultRepeated(root, gaps.Select(gap => gap.Name), "gap", faults);
        FaultRepeated(root, mistakes.Select(item => item.Mistake?.Id).OfType<string>(), "mistake", faults);
        if (!faults.IsEmpty || title is null || stage is null || solution is null)
        {
            return null;
        }

        var exercise = new ExerciseDefinition(
            id, title, names, stage, gaps, exchanges, mistakes.Select(item => item.Mistake).OfType<ExerciseMistake>().ToList(), hints, solution, evidence);
        foreach (var (line, mistake) in mistakes)
        {
            if (mistake is not null && MistakeCheck.Find(exercise, mistake) is { } reason)
            {
                faults.Add(root.File, line, reason);
            }
        }

        return exercise;
    }

    private static AnswerNames Names(YamlMap root)
    {
        var values = new Dictionary<string, long>();
        if (root.Map("names") is { } map)
        {
            foreach (var name in map.Keys)
            {
                values[name] = map.Integer(name) ?? 0;
            }
        }

        return new(values, root.Texts("objects"), root.Groups("words"));
    }

    private static LessonText? Hint(YamlMap map, FaultLog faults)
    {
        var hint = TextYaml.ReadHere(map, "hints", faults);
        map.RefuseOtherKeys();
        return hint;
    }

    private static IReadOnlyList<IReadOnlyList<string>> Exchanges(YamlMap root, List<ExerciseGap> gaps, FaultLog faults)
    {
        var groups = root.Groups("exchange");
        foreach (var name in groups.SelectMany(group => group).Where(name => gaps.TrueForAll(gap => gap.Name != name)))
        {
            faults.Add(root.File, root.LineAt("exchange"), $"the exercise has no gap '{name}'");
        }

        if (groups.Any(group => group.Count is < 2 or > ExchangeRule.MostGaps))
        {
            faults.Add(root.File, root.LineAt("exchange"), $"a group of 'exchange' has 2 to {ExchangeRule.MostGaps} gaps");
        }

        return groups;
    }

    private static void FaultRepeated(YamlMap root, IEnumerable<string> names, string what, FaultLog faults)
    {
        foreach (var twice in names.GroupBy(name => name).Where(same => same.Count() > 1))
        {
            faults.Add(root.File, root.LineAt($"{what}s"), $"{what} '{twice.Key}' is there already");
        }
    }
}
