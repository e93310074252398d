using AslTutorial.Lessons.Files;

namespace AslTutorial.Lessons.Prose;

/// <summary>The few words that belong to the form of a text and not to its author.</summary>
internal static class ProseWords
{
    public static string? Callout(string kind, string language) => (kind, language == LessonLanguages.Chinese) switch
    {
        ("note", true) => "说明",
        ("note", false) => "Note",
        ("tip", true) => "提示",
        ("tip", false) => "Tip",
        ("warning", true) => "注意",
        ("warning", false) => "Warning",
        _ => null,
    };

    public static string Footnotes(string language) => language == LessonLanguages.Chinese ? "脚注" : "Footnotes";

    public static string Footnote(int number, string language) => language == LessonLanguages.Chinese ? $"脚注 {number}" : $"Footnote {number}";

    public static string BackToText(string language) => language == LessonLanguages.Chinese ? "回到正文" : "Back to the text";
}
