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
    string? After)
{
    /// <summary>A sentence about it, plain text; also the first paragraph of the lead.</summary>
    public string Description { get; init; } = "";

    /// <summary>A sentence for lists of lessons, plain text.</summary>
    public string Summary { get; init; } = "";

    /// <summary>How long it takes, if its author says so.</summary>
    public int? Minutes { get; init; }

    /// <summary>All cells and exercises, in the order of the page.</summary>
    public IReadOnlyList<LessonCell> Cells { get; init; } = [];

    /// <summary>All questions, in the order of the page.</summary>
    public IReadOnlyList<LessonQuestion> Questions { get; init; } = [];

    /// <summary>Pages elsewhere to read on.</summary>
    public IReadOnlyList<LessonLink> Links { get; init; } = [];
}

/// <summary>A numbered section.</summary>
/// <param name="Number">As printed: "3.2.1".</param>
/// <param name="Heading">Plain text, without the number.</param>
/// <param name="Id">Its anchor: the author's {#id}, the same in every language, or else the number.</param>
/// <param name="Level">2 for a section, 3 for one within it.</param>
/// <param name="Blocks">What stands under the heading, up to the next one.</param>
public sealed record LessonSection(string Number, string Heading, string Id, int Level, IReadOnlyList<LessonBlock> Blocks);

/// <summary>A page elsewhere to read on.</summary>
/// <param name="Title">Plain text, in the lesson's language.</param>
/// <param name="Url">Begins with "https://".</param>
public sealed record LessonLink(string Title, string Url);
