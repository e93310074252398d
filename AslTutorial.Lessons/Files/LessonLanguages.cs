namespace AslTutorial.Lessons.Files;

/// <summary>The languages of the lessons.</summary>
public static class LessonLanguages
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    /// <summary>Every lesson has to have all of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Chinese, English];
}
