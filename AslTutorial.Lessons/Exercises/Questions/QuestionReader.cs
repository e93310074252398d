using System.Globalization;
using AslTutorial.Lessons.Content;
using AslTutorial.Lessons.Exercises.Reading;

namespace AslTutorial.Lessons.Exercises.Questions;

/// <summary>Reads questions.yml.</summary>
public static class QuestionReader
{
    /// <summary>The questions in the order of the file, those with faults left out.</summary>
    /// <param name="file">What faults call it.</param>
    /// <param name="text">What is in it.</param>
    /// <param name="faults">Gets every fault that is found, each with its line.</param>
    public static IReadOnlyList<QuestionDefinition> Read(string file, string text, ICollection<LessonContentException> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (YamlText.Load(file, text, faults) is not { } root)
        {
            return [];
        }

        var maps = root.Maps("questions");
        if (maps.Count == 0)
        {
            root.Fault("questions is missing or empty");
        }

        root.Finish();
        var seen = new HashSet<string>();
        var questions = new List<QuestionDefinition>();
        foreach (var map in maps)
        {
            var question = Read(map);
            if (question is not null && !seen.Add(question.Id))
            {
                map.Fault($"question {question.Id} is there twice");
            }
            else if (question is not null)
            {
                questions.Add(question);
            }
        }

        return questions;
    }

    private static QuestionDefinition? Read(YamlMap map)
    {
        var (id, kind, cell) = (map.Text("id"), map.Text("kind"), map.OptionalText("cell"));
        var (prompt, explanation) = (map.Local("prompt"), map.Local("explanation"));
        if (id is null || prompt is null || explanation is null)
        {
            return null;
        }

        QuestionDefinition? question = kind switch
        {
            "value" => Value(map, id, cell, prompt, explanation),
            "choice" => Choice(map, id, cell, prompt, explanation),
            null => null,
            _ => Unknown(map, kind),
        };
        if (question is not null)
        {
            map.Finish();
        }

        return question;
    }

    private static QuestionDefinition.Value? Value(YamlMap map, string id, string? cell, LocalText prompt, LocalText explanation)
    {
        var answer = Numbers(map);
        var near = new List<NearMiss>();
        foreach (var miss in map.Maps("near"))
        {
            var (wrong, message) = (Numbers(miss), miss.Local("message"));
            miss.Finish();
            if (answer is not null && wrong is not null && wrong.SequenceEqual(answer))
            {
                miss.Fault($"question {id}: a near miss is the answer itself");
            }

            if (wrong is not null && near.Exists(other => other.Answer.SequenceEqual(wrong)))
            {
                miss.Fault($"question {id}: a near miss is there twice");
            }

            if (wrong is not null && message is not null)
            {
                near.Add(new(wrong, message));
            }
        }

        return answer is null ? null : new(id, cell, prompt, explanation, answer, near);
    }

    private static QuestionDefinition.Choice? Choice(YamlMap map, string id, string? cell, LocalText prompt, LocalText explanation)
    {
        var answer = map.Text("answer");
        var options = new List<QuestionOption>();
        foreach (var option in map.Maps("options"))
        {
            var (optionId, text) = (option.Text("id"), option.Local());
            option.Finish();
            if (options.Exists(other => other.Id == optionId))
            {
                option.Fault($"question {id}: option {optionId} is there twice");
            }

            if (optionId is not null && text is not null)
            {
                options.Add(new(optionId, text));
            }
        }

        if (options.Count < 2)
        {
            map.Fault($"question {id}: at least two options are needed");
        }

        if (answer is null || !options.Exists(option => option.Id == answer))
        {
            map.Fault("answer", $"question {id}: answer has to be the id of an option");
            return null;
        }

        return new(id, cell, prompt, explanation, answer, options);
    }

    private static QuestionDefinition? Unknown(YamlMap map, string kind)
    {
        map.Fault("kind", $"kind: {kind} is not known; it is value or choice");
        return null;
    }

    private static List<decimal>? Numbers(YamlMap map)
    {
        var numbers = new List<decimal>();
        foreach (var (text, line) in map.Texts("answer"))
        {
            if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                map.Fault(line, $"answer: {text} is not a number");
                return null;
            }

            numbers.Add(number);
        }

        if (numbers.Count == 0)
        {
            map.Fault("answer is missing: a list of one number or of the sizes of a shape");
            return null;
        }

        return numbers;
    }
}
