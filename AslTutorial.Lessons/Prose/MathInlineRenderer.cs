using AslTutorial.Lessons.Maths;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace AslTutorial.Lessons.Prose;

/// <summary>A formula within a line.</summary>
internal sealed class MathInlineRenderer : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline obj)
    {
        if (!renderer.EnableHtmlForInline)
        {
            // Inside an image's alt attribute, where no markup is possible.
            renderer.WriteEscape(obj.Content.ToString());
            return;
        }

        MathFormula.TryWrite(obj.Content.ToString(), isBlock: false, out var mathMl);
        renderer.Write(mathMl.Replace("<math>", "<math translate=\"no\">", StringComparison.Ordinal));
    }
}
