namespace AslTutorial.Lessons.Exercises;

/// <summary>A text in every language of the site. Plain text.</summary>
public sealed record LocalText(string Chinese, string English)
{
    public const string ChineseLanguage = "zh-CN";
    public const string EnglishLanguage = "en";

    /// <param name="language">"zh-CN" or "en".</param>
    public string In(string language) => language switch
    {
        ChineseLanguage => Chinese,
        EnglishLanguage => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "a language without texts"),
    };
}
