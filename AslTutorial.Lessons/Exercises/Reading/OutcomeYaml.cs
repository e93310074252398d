using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Exercises.Reading;

/// <summary>What answers lead to, in an exercise's file.</summary>
internal static class OutcomeYaml
{
    private const string Key = "outcome";

    /// <summary>What a mistake leads to, or null and faults.</summary>
    public static OutcomeExpectation? Read(YamlMap mistake, FaultLog faults)
    {
        if (Find(mistake, faults) is not { } map)
        {
            return null;
        }

        var stage = Stage(map);
        var error = map.Text("text");
        var view = map.Text("show");
        if (Refusal(map.RequiredText("kind"), error, view) is { } reason)
        {
            faults.Add(map.File, map.Line, reason);
        }

        var outcome = stage is null ? null : new OutcomeExpectation(stage, error, view, map.Integer("classes"), map.Text("sampler"), map.Texts("printed"));
        map.RefuseOtherKeys();
        return outcome;
    }

    /// <summary>How far answers without a mistake of their own are executed, or null and faults.</summary>
    public static string? ReadStage(YamlMap exercise, FaultLog faults)
    {
        var map = Find(exercise, faults);
        var stage = map is null ? null : Stage(map);
        map?.RefuseOtherKeys();
        return stage;
    }

    // SiteCheck verifies that the site knows the stage and the view.
    private static string? Stage(YamlMap map) => map.RequiredText("at") is { Length: > 0 } stage ? stage : null;

    private static YamlMap? Find(YamlMap map, FaultLog faults)
    {
        if (!map.Has(Key))
        {
            faults.Add(map.File, map.Line, $"'{Key}' is missing");
        }

        return map.Map(Key);
    }

    private static string? Refusal(string kind, string? error, string? view) => kind switch
    {
        "error" when error is null || !error.Contains(':', StringComparison.Ordinal) =>
            "an error has a text: Python's last line, as in \"KeyError: 'labels'\"",
        "silent" when error is not null => "what is silent raises nothing: 'text' belongs to kind 'error'",
        "silent" when view is null => "what is silent shows its damage: 'show' is missing",
        "" or "error" or "silent" => null,
        _ => $"kind '{kind}' is unknown; there are 'error' and 'silent'",
    };
}
