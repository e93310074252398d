using AslTutorial.Lessons.Maths;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AslTutorial.Lessons.Prose;

/// <summary>What is wrong with a text whatever it is about; links get the address they have in the page.</summary>
internal static class ProseCheck
{
    private const int MostInlines = 200_000;

    public static void Run(MarkdownDocument document, ProseWriter prose)
    {
        var inlines = 0;
        foreach (var part in document.Descendants())
        {
            switch (part)
            {
                case Inline when ++inlines == MostInlines:
                    prose.Fault(null, "the text is made of too many pieces");
                    return;
                case LinkInline link:
                    CheckLink(link, prose);
                    break;
                case AutolinkInline link when LinkPolicy.Resolve(link.Url, false, prose.Page) is null:
                    prose.Fault(link, $"a lesson may not link to '{link.Url}'");
                    break;
                case HeadingBlock { Parent: not MarkdownDocument } heading when !HoldsBlocks(heading.Parent):
                    prose.Fault(heading, "a heading stands inside another block, where it would be in no table of contents");
                    break;
                case LiteralInline literal when UnreadMarks.In(literal) is { } unread:
                    prose.Fault(literal, unread);
                    break;
                case CodeInline code when IsInTable(code):
                    // In a table a bar has to be escaped even inside code.
                    code.Content = code.Content.Replace("\\|", "|", StringComparison.Ordinal);
                    break;
                case MathInline math when MathFormula.TryWrite(math.Content.ToString(), false, out _) is { } reason:
                    prose.Fault(math, reason);
                    break;

                // Markdig derives maths blocks from fenced code blocks; both are checked.
                case FencedCodeBlock or CustomContainer:
                    CheckFence((Block)part, prose);
                    break;
            }
        }
    }

    private static void CheckLink(LinkInline link, ProseWriter prose)
    {
        if (LinkPolicy.Resolve(link.Url, link.IsImage, prose.Page) is not { } url)
        {
            prose.Fault(link, $"a lesson may not link to '{link.Url}'");
            return;
        }

        if (link.IsImage && string.IsNullOrWhiteSpace(ProseWriter.PlainText(link)))
        {
            prose.Fault(link, $"the image '{link.Url}' has no text alternative: ![what it shows]({link.Url})");
        }

        link.Url = url;
        prose.Keep(link, url);
        if (LinkPolicy.LeavesTheSite(url))
        {
            link.GetAttributes().AddProperty("rel", "noopener");
        }
    }

    private static void CheckFence(Block block, ProseWriter prose)
    {
        // An unclosed component swallows the next one, whose ':::' then closes it.
        if (block is CustomContainer { Parent: CustomContainer outer } && !HoldsBlocks(outer))
        {
            prose.Fault(outer, $"':::{outer.Info}' is not closed: its closing ':::' is missing before line {prose.LineOf(block)}");
            return;
        }

        if (block is IFencedBlock { ClosingFencedCharCount: 0 } fence)
        {
            var mark = new string(fence.FencedChar, Math.Max(1, fence.OpeningFencedCharCount));
            prose.Fault(block, $"'{mark}{fence.Info}' is not closed: its closing '{mark}' is missing");
        }

        if (block is CustomContainer { Info: ComponentNames.Data } data && DataSetText.FaultOf(data) is { } wrong)
        {
            prose.Fault(data, wrong);
        }

        if (block is MathBlock math && MathFormula.TryWrite(math.Lines.ToString(), true, out _) is { } reason)
        {
            prose.Fault(math, reason);
        }

        if (block is CustomContainer { Parent: not MarkdownDocument } inner && !HoldsBlocks(inner.Parent))
        {
            prose.Fault(inner, $"':::{inner.Info}' stands inside another block");
        }
    }

    private static bool IsInTable(Inline inline)
    {
        var root = inline.Parent;
        while (root?.Parent is { } parent)
        {
            root = parent;
        }

        return root?.ParentBlock?.Parent is TableCell;
    }

    private static bool HoldsBlocks(ContainerBlock? block) =>
        block is CustomContainer { Info: ComponentNames.Reveal or ComponentNames.Solution or ComponentNames.After, Parent: MarkdownDocument };
}
