using System.Collections.Concurrent;
using AslTutorial.Lessons;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Library;
using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Web.Notebooks;

/// <summary>The cells of each lesson's notebook; rebuilt when the lesson's text changes.</summary>
internal sealed class NotebookCells(LessonLibrary library, LessonCourse course)
{
    private readonly ConcurrentDictionary<string, (Lesson Text, LessonCells Cells)> _known = new(StringComparer.Ordinal);

    /// <summary>The slugs of lessons with programs.</summary>
    public IEnumerable<string> Lessons => course.All.Select(lesson => lesson.Slug);

    /// <summary>None for a lesson without programs or with an unreadable text.</summary>
    public LessonCells Of(string lesson)
    {
        if (course.Find(lesson) is not { } programs || Text(lesson) is not { } text)
        {
            return LessonCells.None;
        }

        if (_known.TryGetValue(lesson, out var known) && ReferenceEquals(known.Text, text))
        {
            return known.Cells;
        }

        var cells = LessonCells.Of(programs, text);
        _known[lesson] = (text, cells);
        return cells;
    }

    // Dependencies of cells are the same in every language.
    private Lesson? Text(string lesson)
    {
        foreach (var language in LessonLanguages.All)
        {
            try
            {
                if (library.Find(lesson, language) is { } text)
                {
                    return text;
                }
            }
            catch (LessonContentException)
            {
                // The lesson's own page reports the fault; another language may be without it.
            }
        }

        return null;
    }
}
