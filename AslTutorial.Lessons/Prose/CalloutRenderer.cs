using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace AslTutorial.Lessons.Prose;

/// <summary>
/// A note, a tip or a warning, with its author's title or one in the lesson's language; a text for one data set, without any.
/// Every other container is a component and never comes here.
/// </summary>
internal sealed class CalloutRenderer(string language) : HtmlObjectRenderer<CustomContainer>
{
    protected override void Write(HtmlRenderer renderer, CustomContainer obj)
    {
        var kind = obj.Info ?? "";
        renderer.EnsureLine();
        if (kind == ComponentNames.Data)
        {
            renderer.Write("<div class=\"of-set of-").WriteEscape(DataSetText.SetOf(obj)).WriteLine("\">");
            renderer.WriteChildren(obj);
            renderer.WriteLine("</div>");
            return;
        }

        renderer.Write("<div class=\"callout callout-").WriteEscape(kind).WriteLine("\" role=\"note\">");
        var title = string.IsNullOrWhiteSpace(obj.Arguments) ? ProseWords.Callout(kind, language) ?? kind : obj.Arguments.Trim();
        renderer.Write("<p class=\"callout-title\">").WriteEscape(title).WriteLine("</p>");
        renderer.WriteChildren(obj);
        renderer.EnsureLine();
        renderer.WriteLine("</div>");
    }
}
