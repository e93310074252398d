using AslTutorial.Lessons;
using AslTutorial.Web.Exercises;

namespace AslTutorial.Web.Components.Home;

/// <summary>How far a learner has come with a lesson.</summary>
/// <param name="SectionsRead">Sections read to their end.</param>
/// <param name="Predictions">Questions answered before the result was seen.</param>
public sealed record LessonProgress(
    string Slug, string Title, int SectionsRead, int Sections, int Solved, int Exercises, int Predictions, int Questions)
{
    /// <summary>Whether there is anything to go on with.</summary>
    public bool HasBegun => SectionsRead + Solved + Predictions > 0;

    /// <param name="read">Ids of sections, also of those that the lesson had once.</param>
    public static LessonProgress Of(Lesson lesson, IReadOnlySet<string> read, ExerciseBook book)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(book);
        return new(
            lesson.Slug,
            lesson.Title,
            lesson.Sections.Count(section => read.Contains(section.Id)),
            lesson.Sections.Count,
            book.Exercises.Values.Count(exercise => exercise.IsSolved),
            lesson.Cells.Count(cell => cell.IsExercise),
            book.Questions.Values.Count(question => question.IsAnswered),
            lesson.Questions.Count);
    }
}
