using System.ComponentModel;
using AslTutorial.Lessons;

namespace AslTutorial.Web.Api;

/// <summary>A section of a lesson.</summary>
internal sealed record LessonSectionReply(
    [property: Description("As printed: 3.2.1.")] string Number,
    [property: Description("Its anchor on the page.")] string Id,
    string Heading,
    [property: Description("2 for a section, 3 for one within it.")] int Level,
    [property: Description("The ids of its cells and exercises, in reading order.")] IReadOnlyList<string> Cells)
{
    public static LessonSectionReply From(LessonSection section) =>
        new(section.Number, section.Id, section.Heading, section.Level, [.. CellsOf(section.Blocks)]);

    private static IEnumerable<string> CellsOf(IEnumerable<LessonBlock> blocks) => LessonBlock.Unfold(blocks).SelectMany(block => block switch
    {
        LessonBlock.Code code => [code.Cell.Id],
        LessonBlock.Reveal reveal => CellsOf(reveal.Blocks),
        _ => [],
    });
}
