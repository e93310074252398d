using AslTutorial.Lessons.Files;

namespace AslTutorial.Lessons.Exercises;

/// <summary>A text in every language of the site. Plain text.</summary>
public sealed record LessonText(string Chinese, string English)
{
    /// <param name="language">One of <see cref="LessonLanguages.All"/>.</param>
    public string In(string language) => language switch
    {
        LessonLanguages.Chinese => Chinese,
        LessonLanguages.English => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "a language without texts"),
    };
}
