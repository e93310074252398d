namespace AslTutorial.Lessons;

/// <summary>A numbered section.</summary>
/// <param name="Number">As printed: "3.2.1".</param>
/// <param name="Heading">Plain text, without the number.</param>
/// <param name="Id">Its anchor: the author's {#id}, the same in every language, or else the number.</param>
/// <param name="Level">2 for a section, 3 for one within it.</param>
/// <param name="Blocks">What stands under the heading, up to the next one.</param>
public sealed record LessonSection(string Number, string Heading, string Id, int Level, IReadOnlyList<LessonBlock> Blocks);
