using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace AslTutorial.Lessons.Prose;

/// <summary>The number in the text, and the arrow that leads back to it.</summary>
/// <param name="page">The lesson's address: the site has a base address, and "#fn:1" alone would lead to that.</param>
internal sealed class FootnoteLinkRenderer(string page, string language) : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink obj)
    {
        var number = obj.Footnote.Order;
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (!renderer.EnableHtmlForInline)
        {
            // Inside an image's alt attribute, where no markup is possible.
            renderer.Write($"[{text}]");
            return;
        }

        renderer.Write(obj.IsBackLink
            ? $"<a href=\"{page}#fnref:{obj.Index}\" class=\"footnote-back\" aria-label=\"{ProseWords.BackToText(language)}\">↩</a>"
            : $"<sup><a id=\"fnref:{obj.Index}\" href=\"{page}#fn:{text}\" class=\"footnote-ref\" aria-label=\"{ProseWords.Footnote(number, language)}\">{text}</a></sup>");
    }
}
