using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AslTutorial.Lessons.Prose;

/// <summary>How deep the pieces of a text stand in one another, lists and quotes as well as emphasis and links.</summary>
internal static class Nesting
{
    // Markdig writes 128 levels and then throws; some are its own.
    private const int Deepest = 100;

    /// <summary>The first piece that stands too deep to be written, or null.</summary>
    public static MarkdownObject? TooDeep(MarkdownDocument document) => document.Descendants().FirstOrDefault(part => DepthOf(part) > Deepest);

    private static int DepthOf(MarkdownObject part)
    {
        var depth = 0;
        for (var at = ParentOf(part); at is not null; at = ParentOf(at))
        {
            depth++;
        }

        return depth;
    }

    private static MarkdownObject? ParentOf(MarkdownObject part) => part switch
    {
        Block block => block.Parent,
        Inline { Parent: { } parent } => parent,
        ContainerInline container => container.ParentBlock,
        _ => null,
    };
}
