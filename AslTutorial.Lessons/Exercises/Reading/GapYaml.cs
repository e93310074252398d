using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Exercises.Reading;

/// <summary>The gaps of an exercise's file.</summary>
internal static class GapYaml
{
    private const int MostArguments = 8;

    /// <summary>The gap, or null and faults.</summary>
    public static ExerciseGap? Read(YamlMap map, AnswerNames names)
    {
        var name = map.Text("name");
        var kind = map.Has("kind") ? map.Word<GapKind>("kind") : Missing(map);
        var label = map.Local("label");
        var (mayBeEmpty, quotesOptional) = (map.Flag("mayBeEmpty"), map.Flag("quotesOptional"));
        var arguments = map.Number("maxArguments") ?? 1;
        if (arguments is < 1 or > MostArguments)
        {
            map.Fault("maxArguments", $"maxArguments is 1 to {MostArguments}");
            arguments = 1;
        }

        var texts = map.Texts("accept");
        map.Finish();
        if (name is null || kind is null || label is null)
        {
            return null;
        }

        var gap = new ExerciseGap(name, kind.Value, label, [], mayBeEmpty, quotesOptional, (int)arguments);
        var accept = Patterns(map, "accept", gap, texts, names);
        if (texts.Count == 0)
        {
            map.Fault($"gap {name} has no answer: accept is missing or empty");
        }

        return gap with { Accept = accept };
    }

    /// <summary>Answers of a gap; those that are none become faults.</summary>
    public static IReadOnlyList<AnswerPattern> Patterns(
        YamlMap map, string key, ExerciseGap gap, IReadOnlyList<(string Text, int Line)> texts, AnswerNames names)
    {
        var patterns = new List<AnswerPattern>();
        foreach (var (text, line) in texts)
        {
            var reading = gap.Read(text, names);
            if (reading.Fault is { } fault)
            {
                map.Fault(line, $"{key} of gap {gap.Name}: {text}: {fault.Text(LocalText.EnglishLanguage)}");
            }
            else if (reading.IsEmpty && !gap.MayBeEmpty)
            {
                map.Fault(line, $"{key} of gap {gap.Name} is empty, and mayBeEmpty is not set");
            }
            else
            {
                patterns.Add(new(text, reading));
            }
        }

        return patterns;
    }

    private static GapKind? Missing(YamlMap map)
    {
        map.Fault("kind is missing");
        return null;
    }
}
