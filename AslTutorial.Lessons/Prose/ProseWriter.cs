using System.Text;
using AslTutorial.Lessons.Files;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AslTutorial.Lessons.Prose;

/// <summary>Reads Markdown and writes its blocks as safe HTML.</summary>
/// <param name="file">For the faults, relative to the lessons' folder.</param>
/// <param name="page">The lesson's address, relative to the site's base: a link to "#goals" stays on its page.</param>
/// <param name="language">Of the words that belong to the form.</param>
/// <param name="faults">Takes what is wrong.</param>
/// <param name="fixedLine">The line of a text that stands within another file; null where the text is the file.</param>
internal sealed class ProseWriter(string file, string page, string language, FaultLog faults, int? fixedLine = null)
{
    private const int MostBlocks = 5_000;

    // Raw HTML is text. No generic attributes either: {onclick=…} would be a way around that.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .Use<BlockContainers>()
        .UseFootnotes()
        .Use<ChineseMathematics>()
        .UseMathematics()
        .UseCjkFriendlyEmphasis()
        .Build();

    private readonly List<ProseLink> _links = [];
    private readonly StringBuilder _html = new();
    private HtmlRenderer? _renderer;

    public string File => file;

    public string Page => page;

    /// <summary>All links of what was read, with the addresses they have in the page.</summary>
    public IReadOnlyList<ProseLink> Links => _links;

    /// <summary>The text's blocks; none, and a fault in the log, where it is absurd.</summary>
    public MarkdownDocument Read(string markdown)
    {
        if (MarkdownLimits.Refusal(markdown) is { } refusal)
        {
            faults.Add(file, fixedLine ?? refusal.Line, refusal.Reason);
            return [];
        }

        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            if (document.Count > MostBlocks)
            {
                faults.Add(file, fixedLine, $"the text has {document.Count} paragraphs and other blocks; a lesson has at most {MostBlocks}");
                return [];
            }

            if (Nesting.TooDeep(document) is { } deep)
            {
                Fault(deep, "is nested too deeply: emphasis, links, lists and quotes in one another");
                return [];
            }

            ProseCheck.Run(document, this);
            return document;
        }
        catch (ArgumentException fault)
        {
            // Markdig's guard against quadratic work on nested blocks.
            faults.Add(file, null, fault.Message);
            return [];
        }
    }

    /// <summary>A text without headings and components, as in a prompt.</summary>
    public string ReadShort(string markdown)
    {
        var html = new StringBuilder();
        foreach (var block in Read(markdown))
        {
            if (block is HeadingBlock or CustomContainer or FootnoteGroup)
            {
                Fault(block, "headings, footnotes and ':::' have no place in so short a text");
            }
            else
            {
                html.Append(Html(block));
            }
        }

        return html.ToString();
    }

    public string Html(Block block)
    {
        _renderer ??= CreateRenderer();
        _renderer.Render(block);
        _renderer.Writer.Flush();
        var html = _html.ToString();
        _html.Clear();
        return html;
    }

    public static string PlainText(HeadingBlock heading) => PlainText(heading.Inline);

    public static string PlainText(ContainerInline? container)
    {
        var text = new StringBuilder();
        foreach (var inline in container?.Descendants() ?? [])
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

    /// <summary>Whether its words are all there in <see cref="PlainText(ContainerInline)"/>.</summary>
    public static bool IsText(MarkdownObject inline) => inline is LiteralInline or CodeInline or HtmlEntityInline or EmphasisInline;

    public void Keep(MarkdownObject at, string url) => _links.Add(new ProseLink(url, file, LineOf(at), at is LinkInline { IsImage: true }));

    public void Fault(MarkdownObject? at, string reason) => faults.Add(file, LineOf(at), reason);

    public int? LineOf(MarkdownObject? at) => fixedLine ?? at?.Line + 1;

    private HtmlRenderer CreateRenderer()
    {
        var renderer = new HtmlRenderer(new StringWriter(_html));
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<LiteralInlineRenderer>(new ProductRenderer());
        renderer.ObjectRenderers.Replace<CodeInlineRenderer>(new CodeRenderer());
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new ListingRenderer());
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrollingTableRenderer());
        renderer.ObjectRenderers.Replace<HtmlCustomContainerRenderer>(new CalloutRenderer(language));
        renderer.ObjectRenderers.Replace<HtmlFootnoteLinkRenderer>(new FootnoteLinkRenderer(page, language));
        renderer.ObjectRenderers.Replace<HtmlFootnoteGroupRenderer>(new FootnoteGroupRenderer(language));
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new MathInlineRenderer());
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new MathBlockRenderer());
        return renderer;
    }
}
