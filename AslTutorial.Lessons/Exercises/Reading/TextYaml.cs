using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Exercises.Reading;

/// <summary>Texts that have to be there in every language.</summary>
internal static class TextYaml
{
    /// <summary>The text under a key, or null and faults.</summary>
    public static LessonText? Read(YamlMap map, string key, FaultLog faults) => Take(map.File, map.RequiredLocal(key), faults);

    /// <summary>The text whose languages are keys of the map itself.</summary>
    public static LessonText? ReadHere(YamlMap map, string what, FaultLog faults) => Take(map.File, map.LocalHere(what), faults);

    /// <summary>The same for a text that has been read already.</summary>
    public static LessonText? Take(string file, LocalText text, FaultLog faults)
    {
        foreach (var language in LessonLanguages.All.Where(language => text.In(language) is null))
        {
            Translator.Missing(faults, file, text, language);
        }

        return text.In(LessonLanguages.Chinese) is { } chinese && text.In(LessonLanguages.English) is { } english ? new(chinese, english) : null;
    }
}
