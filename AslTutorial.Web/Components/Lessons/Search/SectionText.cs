using System.Net;
using System.Text.RegularExpressions;
using AslTutorial.Lessons;
using AslTutorial.Lessons.Listings;

namespace AslTutorial.Web.Components.Lessons.Search;

/// <summary>
/// A section's text for searching. Without reveals, because a search must not give a solution away. Parts folded until an answer can be
/// found, but are not shown in excerpts.
/// </summary>
/// <param name="Folded">Prose and code folded until a question is answered.</param>
internal sealed partial record SectionText(string Id, string Heading, string Prose, string Code, string Folded)
{
    public static SectionText Of(LessonSection section) => new(
        section.Id,
        $"{section.Number} {section.Heading}",
        ProseOf(section.Blocks),
        CodeOf(section.Blocks),
        string.Join(' ', section.Blocks.OfType<LessonBlock.After>().SelectMany(after => new[] { ProseOf(after.Blocks), CodeOf(after.Blocks) })));

    private static string ProseOf(IEnumerable<LessonBlock> blocks) => Tidy(string.Join(' ', blocks.Select(ProseOf)));

    private static string CodeOf(IEnumerable<LessonBlock> blocks) =>
        Tidy(string.Join(' ', blocks.OfType<LessonBlock.Code>().Select(code => $"{code.Cell.Id} {CodeOf(code.Cell.Python)}")));

    private static string ProseOf(LessonBlock block) => block switch
    {
        LessonBlock.Prose prose => PlainText(prose.Html),
        LessonBlock.Picture picture => $"{PlainText(picture.Figure.CaptionHtml)} {picture.Figure.AltText}",
        LessonBlock.Predict predict => PlainText(predict.Question.PromptHtml),
        _ => "",
    };

    private static string CodeOf(Listing listing) => string.Join(' ', listing.Lines.Select(line => string.Concat(line.Select(span => span switch
    {
        ListingSpan.Text text => text.Characters,
        ListingSpan.Fact fact => fact.Written,
        _ => "",
    }))));

    // The library's own HTML, so it is well-formed and every < in texts is encoded.
    private static string PlainText(string html) => WebUtility.HtmlDecode(Tag().Replace(Block().Replace(html, " "), ""));

    private static string Tidy(string text) => Blank().Replace(text, " ").Trim();

    [GeneratedRegex("</(?:p|li|td|th|h[1-6]|pre|blockquote|math)>|<br ?/?>")]
    private static partial Regex Block();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
