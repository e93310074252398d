using AslTutorial.Lessons.Exercises.Reading;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Sources;

namespace AslTutorial.Lessons.Exercises.Questions;

/// <summary>What answers to the questions of questions.yml are judged by.</summary>
public static class QuestionDefinitions
{
    /// <exception cref="LessonContentException">The file has faults: all of them.</exception>
    public static IReadOnlyList<QuestionDefinition> Read(string file, string text)
    {
        var faults = new FaultLog();
        var questions = Read(file, text, faults);
        return faults.IsEmpty ? questions : throw new LessonContentException(faults.All);
    }

    /// <summary>The questions in the order of the file, those with faults left out.</summary>
    internal static IReadOnlyList<QuestionDefinition> Read(string file, string text, FaultLog faults) =>
        QuestionSource.ReadAll(file, text, faults).Select(source => Define(source, file, faults)).OfType<QuestionDefinition>().ToList();

    private static QuestionDefinition? Define(QuestionSource source, string file, FaultLog faults)
    {
        foreach (var near in source.Near.Where(near => near.Values.SequenceEqual(source.Values)))
        {
            faults.Add(file, near.Line, $"question '{source.Id}': an answer that is nearly right is the right one");
        }

        var (prompt, explanation) = (TextYaml.Take(file, source.Prompt, faults), TextYaml.Take(file, source.Explanation, faults));
        var misses = source.Near
            .Select(near => TextYaml.Take(file, near.Message, faults) is { } message ? new NearMiss(near.Values, message) : null)
            .OfType<NearMiss>()
            .ToList();
        var options = source.Options
            .Select(option => TextYaml.Take(file, option.Text, faults) is { } text ? new QuestionOption(option.Id, text) : null)
            .OfType<QuestionOption>()
            .ToList();
        if (prompt is null || explanation is null)
        {
            return null;
        }

        return source.Choice is { } choice
            ? new QuestionDefinition.Choice(source.Id, source.Cell, prompt, explanation, choice, options)
            : new QuestionDefinition.Value(source.Id, source.Cell, prompt, explanation, source.Values, misses);
    }
}
