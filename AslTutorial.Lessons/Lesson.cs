namespace AslTutorial.Lessons;

/// <summary>A lesson in one language.</summary>
/// <param name="Slug">Its folder's name and its address.</param>
/// <param name="Language">The language of its prose: "zh-CN" or "en".</param>
/// <param name="Number">Its place in the course.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Lead">What stands between the title and the first section.</param>
/// <param name="Sections">In reading order; ids and numbers are unique and the same in every language.</param>
/// <param name="Before">Title of the lesson before, which this site need not have.</param>
/// <param name="After">Title of the lesson after, which this site need not have.</param>
public sealed record Lesson(
    string Slug,
    string Language,
    int Number,
    string Title,
    IReadOnlyList<LessonBlock> Lead,
    IReadOnlyList<LessonSection> Sections,
    string? Before,
    string? After);
