namespace AslTutorial.Lessons.Prose;

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

/// <summary>A section or a component of a text: the texts of all languages have to have the same ones in the same order.</summary>
/// <param name="Kind">"section", or the component's name.</param>
/// <param name="Id">Its id; the number and the id of a section.</param>
/// <param name="Line">Where it stands; not compared.</param>
internal sealed record OutlineEntry(string Kind, string Id, int? Line)
{
    public bool IsSame(OutlineEntry other) => (Kind, Id) == (other.Kind, other.Id);
}
