using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace AslTutorial.Lessons.Prose;

/// <summary>A listing in a box of its own that scrolls: reachable by keyboard, because it can be wider than the page.</summary>
internal sealed class ListingRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write("<pre class=\"listing\" translate=\"no\" tabindex=\"0\"><code");
        if (obj is FencedCodeBlock { Info: { Length: > 0 } language })
        {
            renderer.Write(" class=\"language-").WriteEscape(language).Write('"');
        }

        renderer.Write('>');
        renderer.WriteLeafRawLines(obj, writeEndOfLines: true, escape: true);
        renderer.WriteLine("</code></pre>");
    }
}
