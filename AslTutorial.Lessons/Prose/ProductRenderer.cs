using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace AslTutorial.Lessons.Prose;

/// <summary>Writes text so that a product of numbers, as in "28 × 28", never breaks across lines.</summary>
internal sealed partial class ProductRenderer : LiteralInlineRenderer
{
    private const char Times = '×';
    private const string Unbroken = "\u00a0×\u00a0";

    protected override void Write(HtmlRenderer renderer, LiteralInline obj)
    {
        if (obj.Content.IndexOf(Times) < 0)
        {
            base.Write(renderer, obj);
            return;
        }

        var text = Product().Replace(obj.Content.ToString(), Unbroken);
        if (renderer.EnableHtmlEscape)
        {
            renderer.WriteEscape(text);
        }
        else
        {
            renderer.Write(text);
        }
    }

    [GeneratedRegex(@"(?<=[0-9]) × (?=[0-9])")]
    private static partial Regex Product();
}
