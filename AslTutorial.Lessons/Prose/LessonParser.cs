using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Sources;
using AslTutorial.Lessons.Yaml;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace AslTutorial.Lessons.Prose;

/// <summary>Front matter and Markdown in, a lesson out: numbered sections of prose and components.</summary>
internal sealed partial class LessonParser
{
    private const int HighestLevel = 2;
    private const int DeepestLevel = 3;
    private const string SectionKind = "section";

    private readonly ProseWriter _prose;
    private readonly ComponentReader _components;
    private readonly List<LessonBlock> _lead = [];
    private readonly List<LessonSection> _sections = [];
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    // Prose that is not yet a block.
    private readonly StringBuilder _pending = new();

    // The list that the next block goes to: the lead's, then that of the section last opened.
    private List<LessonBlock> _blocks;

    private LessonParser(ProseWriter prose, ComponentReader components)
    {
        _prose = prose;
        _components = components;
        _blocks = _lead;
    }

    /// <summary>The lesson as far as it can be read; what is wrong with it goes into the log. Null where it has no such file.</summary>
    public static ParsedLesson? Parse(LessonSources sources, string language, FaultLog faults)
    {
        if (sources.Folder.Read($"{language}.md", faults) is not { } text)
        {
            return null;
        }

        var slug = sources.Folder.Slug;
        var prose = new ProseWriter(sources.Folder.NameOf($"{language}.md"), $"lessons/{slug}", language, faults);
        var translator = new Translator(language, faults);
        var components = new ComponentReader(sources, translator, prose, faults);
        var parser = new LessonParser(prose, components);
        var matter = FrontMatter.Read(prose.File, text, faults);
        parser.ReadAll(matter);

        var manifest = sources.Manifest;
        var lesson = new Lesson(
            slug,
            language,
            manifest.Number,
            matter.Title,
            parser._lead,
            parser._sections,
            manifest.Before?.In(language),
            manifest.After?.In(language))
        {
            Description = matter.Description,
            Summary = manifest.Summary?.In(language) ?? "",
            Minutes = manifest.Minutes,
            Cells = components.Cells,
            Questions = components.Questions,
            Links = manifest.Links.Select(link => new LessonLink(translator.Take(sources.ManifestFile, link.Title), link.Url)).ToList(),
        };
        return new ParsedLesson(
            lesson,
            prose.File,
            components.Outline,
            components.Anchors,
            [.. prose.Links, .. components.Links],
            components.Solutions);
    }

    private void ReadAll(FrontMatter matter)
    {
        if (matter.Description.Length > 0)
        {
            _lead.Add(new LessonBlock.Prose($"<p>{SecurityElement.Escape(matter.Description)}</p>\n"));
        }

        foreach (var block in _prose.Read(matter.Body))
        {
            if (block is HeadingBlock heading)
            {
                Flush();
                Open(heading);
            }
            else
            {
                Append(block);
            }
        }

        Flush();
    }

    private void Open(HeadingBlock heading)
    {
        if (heading.Level is < HighestLevel or > DeepestLevel)
        {
            _prose.Fault(heading, heading.Level < HighestLevel
                ? "the title stands in the front matter; headings begin with ##"
                : $"headings go down to {new string('#', DeepestLevel)}");
            return;
        }

        if (heading.Inline?.Descendants().All(ProseWriter.IsText) == false)
        {
            _prose.Fault(heading, "a heading is plain text, as it is in the table of contents: no formula, link, image or footnote");
            return;
        }

        var text = ProseWriter.PlainText(heading);
        var parts = NumberedHeading().Match(text);
        if (!parts.Success || parts.Groups["heading"].Value.Contains("{#", StringComparison.Ordinal))
        {
            _prose.Fault(heading, $"a heading begins with its number and may end with its id, as in '3.2.1 Prepare images {{#prepare-images}}': '{text}'");
            return;
        }

        var number = parts.Groups["number"].Value;
        var id = parts.Groups["id"] is { Success: true } named ? named.Value : number;
        if (!_numbers.Add(number))
        {
            _prose.Fault(heading, $"section {number} is there already");
        }

        _components.AddAnchor(id, heading);
        _components.Note(SectionKind, $"{number} {id}", heading);
        _blocks = [];
        _sections.Add(new LessonSection(number, parts.Groups["heading"].Value, id, heading.Level, _blocks));
    }

    private void Append(Block block)
    {
        if (block is CustomContainer { Info: ComponentNames.Data } data)
        {
            _components.NoteData(data);
            if (_sections.Count == 0)
            {
                _prose.Fault(data, "':::data' stands below a heading: the page says above the first one which set is in use");
            }
        }

        if (block is not CustomContainer container || ComponentNames.Prose.Contains(container.Info))
        {
            // Neighbouring prose is one block: fewer pieces to render and to compare.
            _pending.Append(_prose.Html(block));
            return;
        }

        Flush();
        if (_components.Read(container, ReadInner) is { } component)
        {
            _blocks.Add(component);
        }
    }

    private void Flush()
    {
        if (_pending.Length > 0)
        {
            _blocks.Add(new LessonBlock.Prose(_pending.ToString()));
            _pending.Clear();
        }
    }

    private List<LessonBlock> ReadInner(CustomContainer container)
    {
        var (outer, inner) = (_blocks, new List<LessonBlock>());
        _blocks = inner;
        foreach (var block in container)
        {
            if (block is HeadingBlock)
            {
                _prose.Fault(block, $"a heading stands inside ':::{container.Info}': is its closing ':::' missing?");
            }
            else
            {
                Append(block);
            }
        }

        Flush();
        _blocks = outer;
        return inner;
    }

    [GeneratedRegex(@"\A(?<number>\d+(?:\.\d+)*)\s+(?<heading>\S.*?)(?:\s*\{#(?<id>[a-z][a-z0-9-]{0,63})\})?\z")]
    private static partial Regex NumberedHeading();
}
