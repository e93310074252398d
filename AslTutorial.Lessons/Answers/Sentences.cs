using System.Globalization;
using System.Resources;

namespace AslTutorial.Lessons.Answers;

/// <summary>A catalogue of sentences: a resx named after a type, and one for each other language.</summary>
internal sealed class Sentences(Type owner)
{
    private readonly ResourceManager _resources = new(owner.FullName!, owner.Assembly);

    public string Get(string key, string language, IReadOnlyList<string> arguments)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var text = _resources.GetString(key, culture) ?? throw new InvalidOperationException($"no sentence for {key}");
        return arguments.Count == 0 ? text : string.Format(culture, text, [.. arguments]);
    }
}
