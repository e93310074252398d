using System.Globalization;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Sources;

/// <summary>A question of questions.yml, in all languages.</summary>
/// <param name="Id">Unique in the lesson.</param>
/// <param name="Line">Where it stands.</param>
/// <param name="Cell">The cell whose run answers it, or null.</param>
/// <param name="Choice">The right option's id; null where a number or a shape is asked for.</param>
/// <param name="Values">The right number, or the numbers of the right shape; empty where there are options.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Options">What to choose from.</param>
/// <param name="Explanation">What is said after an answer.</param>
/// <param name="Near">What is said to answers that are nearly right.</param>
internal sealed record QuestionSource(
    string Id,
    int Line,
    string? Cell,
    string? Choice,
    IReadOnlyList<decimal> Values,
    LocalText Prompt,
    IReadOnlyList<(string Id, LocalText Text)> Options,
    LocalText Explanation,
    IReadOnlyList<NearSource> Near)
{
    public const string FileName = "questions.yml";

    private const string ChoiceKind = "choice";
    private const string ValueKind = "value";

    public static IReadOnlyList<QuestionSource> ReadAll(string file, string text, FaultLog faults)
    {
        var map = YamlFile.Read(file, text, faults);
        var questions = map?.Maps("questions").Select(question => Read(question, faults)).ToList() ?? [];
        map?.RefuseOtherKeys();
        foreach (var twice in questions.GroupBy(question => question.Id).Where(same => same.Count() > 1))
        {
            faults.Add(file, twice.Last().Line, $"question '{twice.Key}' is there already");
        }

        return questions;
    }

    private static QuestionSource Read(YamlMap map, FaultLog faults)
    {
        var kind = map.RequiredText("kind");
        var options = map.Maps("options").Select(ReadOption).ToList();
        var question = new QuestionSource(
            map.RequiredId("id"),
            map.Line,
            map.Text("cell"),
            kind == ChoiceKind ? map.RequiredText("answer") : null,
            kind == ValueKind ? ReadValues(map, faults) : [],
            map.RequiredLocal("prompt"),
            options,
            map.RequiredLocal("explanation"),
            map.Maps("near").Select(near => new NearSource(near.Line, ReadValues(near, faults), near.RequiredLocal("message"))).ToList());
        if (kind is not ChoiceKind and not ValueKind)
        {
            faults.Add(map.File, map.Line, $"kind '{kind}' is unknown; there are '{ValueKind}' and '{ChoiceKind}'");
        }
        else if ((kind == ChoiceKind) != (options.Count > 0))
        {
            faults.Add(map.File, map.Line, $"a question of kind '{ChoiceKind}' has options, and no other has");
        }
        else if (question.Choice is { } choice && options.All(option => option.Id != choice))
        {
            faults.Add(map.File, map.Line, $"the answer '{choice}' is none of the options");
        }

        if (options.GroupBy(option => option.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            faults.Add(map.File, map.Line, $"option '{twice.Key}' is there already");
        }

        map.RefuseOtherKeys();
        return question;
    }

    private static (string Id, LocalText Text) ReadOption(YamlMap map)
    {
        var option = (map.RequiredId("id"), map.LocalHere("options"));
        map.RefuseOtherKeys();
        return option;
    }

    private static List<decimal> ReadValues(YamlMap map, FaultLog faults)
    {
        var values = new List<decimal>();
        foreach (var text in map.Texts("answer"))
        {
            if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                values.Add(value);
            }
            else
            {
                faults.Add(map.File, map.Line, $"'{text}' in 'answer' is no number");
            }
        }

        if (values.Count == 0)
        {
            faults.Add(map.File, map.Line, "'answer' should be a list of numbers: [858], or a shape such as [25, 14, 14]");
        }

        return values;
    }
}

/// <summary>A wrong answer of questions.yml with a sentence of its own.</summary>
internal sealed record NearSource(int Line, IReadOnlyList<decimal> Values, LocalText Message);
