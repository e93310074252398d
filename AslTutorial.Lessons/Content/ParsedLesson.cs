using AslTutorial.Lessons.Prose;

namespace AslTutorial.Lessons.Content;

/// <summary>A lesson in one language with what stays on the server, and what is checked across texts.</summary>
/// <param name="Lesson">What a page shows.</param>
/// <param name="File">Its prose's file.</param>
/// <param name="Outline">Sections and components in order.</param>
/// <param name="Anchors">What a link into the lesson may name.</param>
/// <param name="Links">All links of its texts.</param>
/// <param name="Solutions">Of its exercises.</param>
internal sealed record ParsedLesson(
    Lesson Lesson,
    string File,
    IReadOnlyList<OutlineEntry> Outline,
    IReadOnlySet<string> Anchors,
    IReadOnlyList<ProseLink> Links,
    IReadOnlyDictionary<string, LessonSolution> Solutions);
