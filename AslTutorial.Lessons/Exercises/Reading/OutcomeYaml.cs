namespace AslTutorial.Lessons.Exercises.Reading;

/// <summary>What a mistake leads to, in an exercise's file.</summary>
internal static class OutcomeYaml
{
    /// <summary>The expectation, or null and faults.</summary>
    public static OutcomeExpectation? Read(YamlMap map)
    {
        var stage = Stage(map);
        var kind = map.Text("kind");
        var error = map.OptionalText("text");
        var view = map.Word<OutcomeView>("show") ?? OutcomeView.None;
        var classes = (int?)map.Number("classes");
        var sampler = map.OptionalText("sampler");
        var printed = map.Texts("printed");
        map.Finish();
        switch (kind)
        {
            case "error" when string.IsNullOrEmpty(error) || !error.Contains(':', StringComparison.Ordinal):
                map.Fault("an error has a text: Python's last line, as in \"KeyError: 'labels'\"");
                break;
            case "silent" when error is not null:
                map.Fault("text", "what runs raises nothing: text belongs to kind error");
                break;
            case "silent" when view == OutcomeView.None:
                map.Fault("what runs shows its damage: show is missing");
                break;
            case null or "error" or "silent":
                break;
            default:
                map.Fault("kind", $"kind: {kind} is not known; it is error or silent");
                break;
        }

        return stage is null ? null : new(stage.Value, error, view, classes, sampler, [.. printed.Select(line => line.Text)]);
    }

    public static OutcomeStage? Stage(YamlMap map)
    {
        if (!map.Has("at"))
        {
            map.Fault("at is missing: how far it is executed");
        }

        return map.Word<OutcomeStage>("at");
    }
}
