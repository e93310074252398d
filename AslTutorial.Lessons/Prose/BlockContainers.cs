using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;

namespace AslTutorial.Lessons.Prose;

/// <summary>":::" on lines of its own. Markdig's extension also takes "::" within a line for a mark, which torch::nn is not.</summary>
internal sealed class BlockContainers : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new CustomContainerParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        ((HtmlRenderer)renderer).ObjectRenderers.Insert(0, new HtmlCustomContainerRenderer());
}
