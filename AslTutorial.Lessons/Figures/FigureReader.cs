using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Sources;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Figures;

/// <summary>Puts figures together from their SVG files and figures.yml.</summary>
internal sealed class FigureReader(LessonSources sources, Translator translator, FaultLog faults)
{
    private const string SvgEnd = ".svg";
    private const string NarrowEnd = "-narrow.svg";

    private string WordsFile => sources.Folder.NameOf(FigureSource.FileName);

    /// <param name="id">The figure's.</param>
    /// <param name="captionHtml">Safe to show as it is.</param>
    /// <param name="reason">Why there is none, where that is the text's fault.</param>
    public LessonFigure? Find(string id, string captionHtml, out string? reason)
    {
        reason = !sources.Folder.KnowsFigures ? "this site has no folder for figures"
            : sources.Figures.ContainsKey(id) ? null
            : $"{FigureSource.FileName} has no figure '{id}'";
        if (reason is not null)
        {
            return null;
        }

        var source = sources.Figures[id];
        var (wide, narrow) = (ReadFile(id, id + SvgEnd), ReadFile(id, id + NarrowEnd));
        if (wide is null || narrow is null)
        {
            return null;
        }

        Compare(source, wide, narrow);
        foreach (var word in source.Words.Values)
        {
            translator.Take(WordsFile, word);
        }

        return new LessonFigure(
            id,
            wide.In(translator.Language, source),
            narrow.In(translator.Language, source),
            source.Steps,
            captionHtml,
            translator.Take(WordsFile, source.Alt),
            translator.Take(WordsFile, source.Description));
    }

    private FigureFile? ReadFile(string id, string name)
    {
        if (sources.Folder.ReadFigure(name, faults) is { } text)
        {
            return FigureFile.Read(LessonFolder.NameOfFigure(sources.Folder.Slug, name), text, id, faults);
        }

        // A file that exists but could not be read has been logged by ReadFigure.
        if (!sources.Folder.HasFigure(name))
        {
            faults.Add(LessonFolder.NameOfFigure(sources.Folder.Slug, name), null, $"the file of figure '{id}' is missing");
        }

        return null;
    }

    private void Compare(FigureSource source, FigureFile wide, FigureFile narrow)
    {
        foreach (var file in new[] { wide, narrow })
        {
            foreach (var key in file.WordKeys.Where(key => !source.Words.ContainsKey(key)))
            {
                faults.Add(file.Name, null, $"'{key}' has no text in {FigureSource.FileName}");
            }

            if (file.Steps != source.Steps)
            {
                faults.Add(file.Name, null, $"has {file.Steps} steps, and {FigureSource.FileName} says {source.Steps}");
            }
        }

        foreach (var key in source.Words.Keys.Except(wide.WordKeys).Except(narrow.WordKeys))
        {
            faults.Add(WordsFile, source.Words[key].Line, $"the text '{key}' stands in neither SVG of figure '{source.Id}'");
        }

        foreach (var id in wide.Ids.Concat(narrow.Ids).GroupBy(id => id).Where(same => same.Count() > 1))
        {
            faults.Add(narrow.Name, null, $"the id '{id.Key}' is there already; both SVGs stand in the page");
        }
    }
}
