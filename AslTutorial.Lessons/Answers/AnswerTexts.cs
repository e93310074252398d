using System.Globalization;
using System.Resources;

namespace AslTutorial.Lessons.Answers;

/// <summary>The sentences about answers: AnswerTexts.resx (English) and AnswerTexts.zh-CN.resx.</summary>
internal static class AnswerTexts
{
    private static readonly ResourceManager Resources = new(typeof(AnswerTexts).FullName!, typeof(AnswerTexts).Assembly);

    public static string Get(string key, string language, params IReadOnlyList<string> arguments)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var text = Resources.GetString(key, culture) ?? throw new InvalidOperationException($"no sentence for {key}");
        return arguments.Count == 0 ? text : string.Format(culture, text, [.. arguments]);
    }
}
