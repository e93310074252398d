using AslTutorial.Lessons.Answers;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Exercises.Reading;

/// <summary>The gaps of an exercise's file.</summary>
internal static class GapYaml
{
    private const int MostArguments = 8;

    /// <summary>The gap. With faults it is there too, so that what names it is no fault as well.</summary>
    public static ExerciseGap Read(YamlMap map, AnswerNames names, FaultLog faults)
    {
        var name = map.RequiredText("name");
        map.RequiredText("kind");
        var kind = map.Word<GapKind>("kind");
        var label = TextYaml.Read(map, "label", faults);
        var mayBeEmpty = map.Flag("mayBeEmpty");
        var arguments = map.Integer("maxArguments") ?? 1;
        if (arguments is < 1 or > MostArguments)
        {
            faults.Add(map.File, map.LineAt("maxArguments"), $"'maxArguments' is 1 to {MostArguments}");
        }

        // An argument may hold a value of any other kind.
        var gap = new ExerciseGap(
            name, kind ?? GapKind.Argument, label ?? new("", ""), [], mayBeEmpty, Math.Clamp(arguments, 1, MostArguments));
        gap = gap with { Accept = Answers(map, "accept", gap, names, faults) };
        if (map.LinesAt("accept").Count == 0)
        {
            faults.Add(map.File, map.Line, $"gap '{name}' accepts no answer: 'accept' is missing or empty");
        }

        map.RefuseOtherKeys();
        return gap;
    }

    /// <summary>The answers of a gap under a key; those that are none become faults.</summary>
    public static IReadOnlyList<AnswerPattern> Answers(YamlMap map, string key, ExerciseGap gap, AnswerNames names, FaultLog faults)
    {
        var answers = new List<AnswerPattern>();
        foreach (var (text, line) in map.Texts(key).Zip(map.LinesAt(key)))
        {
            var reading = gap.Read(text, names);
            if (reading.Fault is { } fault)
            {
                faults.Add(map.File, line, $"gap '{gap.Name}': {text}: {fault.Text(LessonLanguages.English)}");
            }
            else if (reading.IsEmpty && !gap.MayBeEmpty)
            {
                faults.Add(map.File, line, $"gap '{gap.Name}': an answer is empty, and 'mayBeEmpty' is not set");
            }
            else
            {
                answers.Add(new(text, reading));
            }
        }

        return answers;
    }
}
