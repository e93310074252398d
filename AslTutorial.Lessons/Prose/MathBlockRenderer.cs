using AslTutorial.Lessons.Maths;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace AslTutorial.Lessons.Prose;

/// <summary>A formula on lines of its own, in a box that scrolls, so that the page never does so sideways.</summary>
internal sealed class MathBlockRenderer : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock obj)
    {
        MathFormula.TryWrite(obj.Lines.ToString(), isBlock: true, out var mathMl);
        renderer.EnsureLine();
        renderer.Write("<div class=\"math-box\" translate=\"no\" tabindex=\"0\">").Write(mathMl).WriteLine("</div>");
    }
}
