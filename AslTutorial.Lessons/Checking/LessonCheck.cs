using AslTutorial.Lessons.Content;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Prose;
using AslTutorial.Lessons.Questions;

namespace AslTutorial.Lessons.Checking;

/// <summary>Finds all faults of all lessons in all languages.</summary>
/// <param name="directory">The folder with a folder for each lesson.</param>
/// <param name="webRoot">The folder that holds figures/ and whatever else pages load; null where there is none.</param>
/// <param name="site">What the site has for them.</param>
public sealed class LessonCheck(string directory, string? webRoot = null, LessonSite? site = null)
{
    private readonly LessonSite _site = site ?? new LessonSite();

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public LessonCheckResult Run()
    {
        var faults = new FaultLog();
        var slugs = new DirectoryInfo(directory).EnumerateDirectories().Select(folder => folder.Name).Order(StringComparer.Ordinal).ToList();
        var lessons = slugs.SelectMany(slug => Check(slug, faults)).ToList();
        LinkCheck.Run(lessons, webRoot, _site.Pages, faults);
        return new LessonCheckResult(
            slugs.Count,
            faults.All.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line ?? 0).ToList());
    }

    private List<ParsedLesson> Check(string slug, FaultLog faults)
    {
        if (!PlainName.IsSlug(slug))
        {
            faults.Add(slug, null, "a lesson's folder is named with letters, digits and hyphens: its name is part of addresses");
            return [];
        }

        var folder = new LessonFolder(directory, webRoot, slug);
        if (!folder.Has(LessonManifest.FileName))
        {
            faults.Add(folder.NameOf(LessonManifest.FileName), null, "the file is missing");
            return [];
        }

        var sources = LessonSources.Read(folder, faults);
        SourcesCheck.Run(sources, faults);
        CheckAnswers(sources, faults);
        foreach (var text in sources.Manifest.Texts)
        {
            foreach (var language in LessonLanguages.All.Where(language => text.In(language) is null))
            {
                Translator.Missing(faults, sources.ManifestFile, text, language);
            }
        }

        var texts = LessonLanguages.All.Select(language => Read(sources, language, faults)).OfType<ParsedLesson>().ToList();
        OutlineCheck.Run(sources, texts, faults);
        SiteCheck.Run(sources, texts, _site, faults);
        return texts;
    }

    private static ParsedLesson? Read(LessonSources sources, string language, FaultLog faults)
    {
        if (!sources.Folder.Has($"{language}.md"))
        {
            faults.Add(sources.Folder.NameOf($"{language}.md"), null, $"the text in {language} is missing");
        }

        return LessonParser.Parse(sources, language, faults);
    }

    // What answers are judged by has readers of its own.
    private static void CheckAnswers(LessonSources sources, FaultLog faults)
    {
        foreach (var exercise in sources.Exercises.Values)
        {
            ExerciseReader.Read(exercise.File, sources.Folder.Read($"{LessonSources.ExercisesFolder}/{exercise.Id}.yml", faults) ?? "", faults);
        }

        if (sources.Folder.Read(QuestionSource.FileName, faults) is { } questions)
        {
            Exercises.Questions.QuestionDefinitions.Read(sources.Folder.NameOf(QuestionSource.FileName), questions, faults);
        }
    }
}
