using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace AslTutorial.Lessons.Prose;

/// <summary>A table in a box of its own that scrolls, so that the page never does so sideways.</summary>
internal sealed class ScrollingTableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"table-box\" tabindex=\"0\">");
        base.Write(renderer, table);
        renderer.EnsureLine();
        renderer.WriteLine("</div>");
    }
}
