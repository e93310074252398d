namespace AslTutorial.Lessons.Answers;

/// <summary>The sentences about answers: AnswerTexts.resx (English) and AnswerTexts.zh-CN.resx.</summary>
internal static class AnswerTexts
{
    private static readonly Sentences Catalogue = new(typeof(AnswerTexts));

    public static string Get(string key, string language, params IReadOnlyList<string> arguments) => Catalogue.Get(key, language, arguments);
}
