using AslTutorial.Lessons;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Progress;

/// <summary>A learner's progress in a lesson.</summary>
/// <param name="SectionsDone">The same sections as ticked in the lesson's table of contents.</param>
/// <param name="Predictions">Questions answered before their result was seen.</param>
/// <param name="HasBegun">Whether there is any work to continue.</param>
public sealed record LessonProgress(
    string Slug, string Title, int SectionsDone, int Sections, int Solved, int Exercises, int Predictions, int Questions, bool HasBegun)
{
    /// <param name="programs">The lesson's programs; null for none.</param>
    /// <param name="read">Ids of sections; may include sections that the lesson no longer has.</param>
    public static LessonProgress Of(Lesson lesson, LessonDescription? programs, IReadOnlySet<string> read, NotebookState notebook, ExerciseBook book)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(book);
        var solved = book.Exercises.Values.Count(exercise => exercise.IsSolved);
        var predictions = book.Questions.Values.Count(question => question.IsAnswered);
        return new(
            lesson.Slug,
            lesson.Title,
            DoneSections.Of(lesson, programs, read, notebook).Count,
            lesson.Sections.Count,
            solved,
            lesson.Cells.Count(cell => cell.IsExercise),
            predictions,
            lesson.Questions.Count,
            read.Count + solved + predictions > 0 || notebook.Cells.Values.Any(cell => cell.Milliseconds is not null));
    }
}
