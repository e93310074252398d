using System.Text.RegularExpressions;
using AslTutorial.Lessons.Content;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace AslTutorial.Lessons.Prose;

/// <summary>Markdown in, a lesson out: one title, then numbered sections of prose and components.</summary>
internal static partial class LessonParser
{
    private const int TitleLevel = 1;
    private const int DeepestLevel = 3;
    private const string TrainingContainer = "training";

    /// <exception cref="LessonContentException">The text breaks a rule of the lessons.</exception>
    public static Lesson Parse(string slug, string language, LessonManifest manifest, string markdown)
    {
        var prose = new ProseWriter($"{slug}/{language}.md", $"lessons/{slug}");
        string? title = null;
        var lead = new List<LessonBlock>();
        var sections = new List<LessonSection>();
        var ids = new HashSet<string>(StringComparer.Ordinal);

        // The list that the next block goes to: the lead's, then that of the section last opened.
        var blocks = lead;
        foreach (var block in prose.Read(markdown))
        {
            if (block is not HeadingBlock heading)
            {
                Append(blocks, prose, block);
            }
            else if (heading.Level == TitleLevel)
            {
                title = title is null && sections.Count == 0 && lead.Count == 0
                    ? ProseWriter.PlainText(heading)
                    : throw prose.Fault(heading, "a lesson has one title (#), and it comes first");
            }
            else
            {
                blocks = [];
                var section = Open(prose, heading, blocks);
                sections.Add(ids.Add(section.Id) ? section : throw prose.Fault(heading, $"section {section.Number} is there already"));
            }
        }

        return new Lesson(
            slug,
            language,
            manifest.Number,
            title ?? throw prose.Fault(null, "the title is missing: a first line that begins with '# '"),
            lead,
            sections,
            manifest.Before.GetValueOrDefault(language),
            manifest.After.GetValueOrDefault(language));
    }

    private static LessonSection Open(ProseWriter prose, HeadingBlock heading, IReadOnlyList<LessonBlock> blocks)
    {
        if (heading.Level > DeepestLevel)
        {
            throw prose.Fault(heading, $"headings go down to {new string('#', DeepestLevel)}");
        }

        var text = ProseWriter.PlainText(heading);
        var parts = NumberedHeading().Match(text);
        return parts.Success
            ? new LessonSection(parts.Groups[1].Value, parts.Groups[2].Value, parts.Groups[1].Value, heading.Level, blocks)
            : throw prose.Fault(heading, $"a heading begins with its number, as in '3.2.1 Prepare images': '{text}'");
    }

    private static void Append(List<LessonBlock> blocks, ProseWriter prose, Block block)
    {
        if (block is CustomContainer container)
        {
            blocks.Add(Component(prose, container));
            return;
        }

        var html = ProseWriter.Html(block);
        if (html.Length == 0)
        {
            return;
        }

        // Neighbouring prose is one block: fewer pieces to render and to compare.
        if (blocks is [.., LessonBlock.Prose before])
        {
            blocks[^1] = new LessonBlock.Prose(before.Html + html);
        }
        else
        {
            blocks.Add(new LessonBlock.Prose(html));
        }
    }

    private static LessonBlock Component(ProseWriter prose, CustomContainer container)
    {
        if (container.Info != TrainingContainer)
        {
            throw prose.Fault(container, $"unknown block ':::{container.Info}'; there is ':::{TrainingContainer}'");
        }

        // An unclosed one would swallow the rest of the lesson.
        return container.Count == 0
            ? new LessonBlock.Training()
            : throw prose.Fault(container, $"':::{TrainingContainer}' holds no text: is its closing ':::' missing?");
    }

    [GeneratedRegex(@"\A(\d+(?:\.\d+)*)\s+(\S.*)\z")]
    private static partial Regex NumberedHeading();
}
