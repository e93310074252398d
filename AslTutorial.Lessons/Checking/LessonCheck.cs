using AslTutorial.Lessons.Files;

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
        var slugs = new DirectoryInfo(directory).EnumerateDirectories()
            .Select(folder => folder.Name)
            .Where(ContentFile.IsContent)
            .Order(StringComparer.Ordinal)
            .ToList();
        var lessons = slugs.Select(Read).ToList();
        var texts = lessons.SelectMany(lesson => lesson.Texts).ToList();
        foreach (var lesson in lessons)
        {
            LinkCheck.Run(lesson.Texts, texts, webRoot, _site.Pages, lesson.Faults);
        }

        return new LessonCheckResult(
            slugs.Count, FaultLog.InOrder(lessons.SelectMany(lesson => lesson.Faults.All)), lessons.Exists(lesson => lesson.Faults.HasMore));
    }

    private WholeLesson Read(string slug)
    {
        if (PlainName.IsSlug(slug))
        {
            return WholeLesson.Read(new LessonFolder(directory, webRoot, slug), _site);
        }

        var faults = new FaultLog();
        faults.Add(slug, null, "a lesson's folder is named with letters, digits and hyphens: its name is part of addresses");
        return new([], faults);
    }
}

/// <summary>What came of checking a folder of lessons.</summary>
/// <param name="Lessons">How many there are.</param>
/// <param name="Faults">In the order of the files' names and lines.</param>
/// <param name="HasMore">Whether a lesson has more of them than are listed.</param>
public sealed record LessonCheckResult(int Lessons, IReadOnlyList<LessonFault> Faults, bool HasMore);
