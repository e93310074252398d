using AslTutorial.Lessons.Files;

namespace AslTutorial.Lessons.Yaml;

/// <summary>Takes texts in one language; one that is missing is a fault.</summary>
internal sealed class Translator(string language, FaultLog faults)
{
    public string Language => language;

    public string Take(string file, LocalText text)
    {
        if (text.In(language) is { } found)
        {
            return found;
        }

        Missing(faults, file, text, language);
        return "";
    }

    public static void Missing(FaultLog faults, string file, LocalText text, string language) =>
        faults.Add(file, text.Line, $"'{text.What}' is missing in {language}");
}
