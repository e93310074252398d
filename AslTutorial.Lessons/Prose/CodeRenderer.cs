using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace AslTutorial.Lessons.Prose;

/// <summary>Code within a line, which a browser's translator leaves as it is.</summary>
internal sealed class CodeRenderer : CodeInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, CodeInline obj)
    {
        if (!renderer.EnableHtmlForInline)
        {
            base.Write(renderer, obj);
            return;
        }

        renderer.Write("<code translate=\"no\">").WriteEscape(obj.Content).Write("</code>");
    }
}
