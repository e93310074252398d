using System.Text;
using AslTutorial.Lessons.Content;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AslTutorial.Lessons.Prose;

/// <summary>Reads one Markdown file and writes its blocks as safe HTML.</summary>
/// <param name="file">For the faults, relative to the lessons' folder.</param>
/// <param name="page">The lesson's address, relative to the site's base: a link to "#3.2" stays on its page.</param>
internal sealed class ProseWriter(string file, string page)
{
    // Raw HTML is text. No generic attributes either: {onclick=…} would be a way around that.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseCustomContainers()
        .UseCjkFriendlyEmphasis()
        .Build();

    /// <exception cref="LessonContentException">A link leads where it may not, a component sits inside prose, or the nesting is absurd.</exception>
    public MarkdownDocument Read(string markdown)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException fault)
        {
            // Markdig's guard against quadratic work on nested blocks.
            throw new LessonContentException(file, null, fault.Message, fault);
        }

        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = LinkPolicy.Resolve(link.Url, link.IsImage, page) ?? throw Fault(link, $"a lesson may not link to '{link.Url}'");
            if (LinkPolicy.LeavesTheSite(link.Url))
            {
                link.GetAttributes().AddProperty("rel", "noopener");
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => LinkPolicy.Resolve(link.Url, false, page) is null))
        {
            throw Fault(link, $"a lesson may not link to '{link.Url}'");
        }

        foreach (var container in document.Descendants<CustomContainer>().Where(container => container.Parent is not MarkdownDocument))
        {
            throw Fault(container, $"':::{container.Info}' stands inside another block");
        }

        return document;
    }

    public static string Html(Block block)
    {
        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new ListingRenderer());
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrollingTableRenderer());
        renderer.Render(block);
        renderer.Writer.Flush();
        return text.ToString();
    }

    public static string PlainText(HeadingBlock heading)
    {
        var text = new StringBuilder();
        foreach (var inline in heading.Inline?.Descendants() ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
            }
        }

        return text.ToString().Trim();
    }

    public LessonContentException Fault(MarkdownObject? at, string reason) => new(file, at?.Line + 1, reason);
}
