namespace AslTutorial.Lessons.Yaml;

/// <summary>A text in several languages.</summary>
/// <param name="What">The key it stands under, for the faults.</param>
/// <param name="Line">Where it stands.</param>
/// <param name="ByLanguage">The text in each language.</param>
internal sealed record LocalText(string What, int Line, IReadOnlyDictionary<string, string> ByLanguage)
{
    public string? In(string language) => ByLanguage.GetValueOrDefault(language);
}
