using System.Runtime.CompilerServices;
using AslTutorial.Lessons;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Library;

namespace AslTutorial.Web.Components.Lessons.Search;

/// <summary>
/// Searches the sections of all lessons. Ranks matches in headings first, then in prose, then in code, then in folded parts, for which it
/// leads to the section with the question.
/// </summary>
internal sealed class LessonFinder(LessonLibrary library, ILogger<LessonFinder> logger)
{
    private const int MaxQuery = 80;
    private const int MaxWords = 6;

    // Cached by lesson object: a newly saved lesson is another object, and the old entry is collected.
    private readonly ConditionalWeakTable<Lesson, SectionText[]> _texts = [];

    /// <summary>The best matches first; matches in this language before those in others. Empty for an empty query.</summary>
    public IReadOnlyList<FoundPlace> Find(string language, string query, int max)
    {
        var words = query[..Math.Min(query.Length, MaxQuery)].Split((char[]?)null, MaxWords, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0
            ? []
            : [.. Find(language, words).Concat(LessonLanguages.All.Where(other => other != language).SelectMany(other => Find(other, words)))
                .DistinctBy(place => place.Address)
                .Take(max)];
    }

    private IEnumerable<FoundPlace> Find(string language, string[] words) =>
        Lessons(language).SelectMany(lesson => Find(lesson, words)).OrderBy(hit => hit.Rank).Select(hit => hit.Place);

    private IEnumerable<(int Rank, FoundPlace Place)> Find(Lesson lesson, string[] words)
    {
        foreach (var section in _texts.GetValue(lesson, known => [.. known.Sections.Select(SectionText.Of)]))
        {
            var rank = Excerpt.HasAll(section.Heading, words) ? 0
                : Excerpt.HasAll($"{section.Heading} {section.Prose}", words) ? 1
                : Excerpt.HasAll($"{section.Heading} {section.Prose} {section.Code}", words) ? 2
                : Excerpt.HasAll($"{section.Heading} {section.Prose} {section.Code} {section.Folded}", words) ? 3
                : -1;
            if (rank >= 0)
            {
                var text = rank == 2 ? section.Code : section.Prose;
                yield return (rank, new($"lessons/{lesson.Slug}#{section.Id}", lesson.Title, section.Heading, Excerpt.Around(text, words), lesson.Language));
            }
        }
    }

    private IEnumerable<Lesson> Lessons(string language)
    {
        foreach (var slug in library.Slugs)
        {
            Lesson? lesson = null;
            try
            {
                lesson = library.Find(slug, language);
            }
            catch (LessonContentException fault)
            {
                // The other lessons can still be searched.
                logger.LogWarning(fault, "Lesson {Lesson} cannot be searched.", slug);
            }

            if (lesson is not null)
            {
                yield return lesson;
            }
        }
    }
}
