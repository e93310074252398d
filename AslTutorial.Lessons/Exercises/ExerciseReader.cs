using AslTutorial.Lessons.Answers;
using AslTutorial.Lessons.Content;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Lessons.Exercises.Reading;

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
        var found = new List<LessonContentException>();
        var exercise = YamlText.Load(file, text, found) is { } root ? Read(root) : null;
        foreach (var fault in found)
        {
            faults.Add(fault);
        }

        return found.Count == 0 ? exercise : null;
    }

    /// <exception cref="LessonContentException">The first fault of the file.</exception>
    public static ExerciseDefinition Read(string file, string text)
    {
        var faults = new List<LessonContentException>();
        return Read(file, text, faults) ?? throw faults[0];
    }

    private static ExerciseDefinition? Read(YamlMap root)
    {
        var (id, title) = (root.Text("id"), root.Local("title"));
        var names = Names(root);
        var stage = root.Map("outcome") is { } outcome ? Stage(outcome) : null;
        var gaps = root.Maps("gaps").Select(map => (Line: map.Line, Gap: GapYaml.Read(map, names))).ToList();
        var known = gaps.Select(item => item.Gap).OfType<ExerciseGap>().DistinctBy(gap => gap.Name).ToList();
        if (gaps.Count == 0)
        {
            root.Fault("gaps is missing or empty");
        }

        FaultRepeated(root, gaps.Select(item => (item.Gap?.Name, item.Line)), "gap");
        var exchanges = Exchanges(root, known);
        var mistakes = root.Maps("mistakes").Select(map => (Line: map.Line, Mistake: MistakeYaml.Read(map, known, names))).ToList();
        FaultRepeated(root, mistakes.Select(item => (item.Mistake?.Id, item.Line)), "mistake");
        var hints = root.Maps("hints").Select(Hint).OfType<LocalText>().ToList();
        var solution = root.Local("solution");
        root.Finish();
        if (id is null || title is null || stage is null || solution is null || known.Count != gaps.Count)
        {
            return null;
        }

        var exercise = new ExerciseDefinition(
            id, title, names, stage.Value, known, exchanges, [.. mistakes.Select(item => item.Mistake).OfType<ExerciseMistake>()], hints, solution);
        foreach (var (line, mistake) in mistakes)
        {
            if (mistake is not null && MistakeCheck.Find(exercise, mistake) is { } reason)
            {
                root.Fault(line, reason);
            }
        }

        return exercise;
    }

    private static AnswerNames Names(YamlMap root)
    {
        var values = new Dictionary<string, long>();
        if (root.OptionalMap("names") is { } map)
        {
            foreach (var name in map.Keys)
            {
                values[name] = map.Number(name) ?? 0;
            }
        }

        return new(values, [.. root.Texts("objects").Select(item => item.Text)]);
    }

    private static OutcomeStage? Stage(YamlMap map)
    {
        var stage = OutcomeYaml.Stage(map);
        map.Finish();
        return stage;
    }

    private static LocalText? Hint(YamlMap map)
    {
        var hint = map.Local();
        map.Finish();
        return hint;
    }

    private static IReadOnlyList<IReadOnlyList<string>> Exchanges(YamlMap root, List<ExerciseGap> gaps)
    {
        var groups = root.Groups("exchange");
        foreach (var name in groups.SelectMany(group => group).Where(name => gaps.All(gap => gap.Name != name)))
        {
            root.Fault("exchange", $"exchange: the exercise has no gap {name}");
        }

        if (groups.Any(group => group.Count is < 2 or > ExchangeRule.MostGaps))
        {
            root.Fault("exchange", $"exchange: a group has 2 to {ExchangeRule.MostGaps} gaps");
        }

        return groups;
    }

    private static void FaultRepeated(YamlMap root, IEnumerable<(string? Name, int Line)> items, string what)
    {
        var seen = new HashSet<string>();
        foreach (var (name, line) in items.Where(item => item.Name is { } name && !seen.Add(name)))
        {
            root.Fault(line, $"{what} {name} is there twice");
        }
    }
}
