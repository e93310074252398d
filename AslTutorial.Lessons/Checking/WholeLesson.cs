using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Questions;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Prose;
using AslTutorial.Lessons.Sources;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Checking;

/// <summary>A lesson in all languages, with what its answers are judged by: what is there, and everything that is wrong with it.</summary>
/// <param name="Texts">As far as they can be read.</param>
/// <param name="Faults">All but those of links, which may lead to other lessons.</param>
internal sealed record WholeLesson(IReadOnlyList<ParsedLesson> Texts, FaultLog Faults)
{
    public static WholeLesson Read(LessonFolder folder, LessonSite site)
    {
        var faults = new FaultLog();
        if (!folder.Has(LessonManifest.FileName))
        {
            faults.Add(folder.NameOf(LessonManifest.FileName), null, "the file is missing");
            return new([], faults);
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

        var texts = LessonLanguages.All.Select(language => ReadText(sources, language, faults)).OfType<ParsedLesson>().ToList();
        OutlineCheck.Run(sources, texts, faults);
        SiteCheck.Run(sources, texts, site, faults);
        return new(texts, faults);
    }

    private static ParsedLesson? ReadText(LessonSources sources, string language, FaultLog faults)
    {
        if (!sources.Folder.Has($"{language}.md"))
        {
            faults.Add(sources.Folder.NameOf($"{language}.md"), null, $"the text in {language} is missing");
        }

        return LessonParser.Parse(sources, language, faults);
    }

    // The rules for judging answers are read by ExerciseReader and QuestionDefinitions.
    private static void CheckAnswers(LessonSources sources, FaultLog faults)
    {
        foreach (var exercise in sources.Exercises.Values)
        {
            ExerciseReader.Read(exercise.File, sources.Folder.Read($"{LessonSources.ExercisesFolder}/{exercise.Id}.yml", faults) ?? "", faults);
        }

        if (sources.Folder.Read(QuestionSource.FileName, faults) is { } questions)
        {
            QuestionDefinitions.Read(sources.Folder.NameOf(QuestionSource.FileName), questions, faults);
        }
    }
}
