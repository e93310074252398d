using AslTutorial.Lessons.Library;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Localization;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Progress;

/// <summary>The current learner's progress in each lesson.</summary>
internal sealed class CourseProgress(
    LessonLibrary library, LessonCourse course, IReadingProgress reading, INotebooks notebooks, IExercises exercises, ILearner learner, ILogger<CourseProgress> log)
{
    /// <summary>The lessons that were begun, in the order of the course; empty if it cannot be read, because pages can do without.</summary>
    public async Task<IReadOnlyList<LessonProgress>> ReadAsync(CancellationToken cancel)
    {
        try
        {
            var id = await learner.GetIdAsync();
            var found = new List<LessonProgress>();
            foreach (var lesson in library.InOrder(SiteCultures.Current))
            {
                var notebook = await notebooks.OpenAsync(id, lesson.Slug, cancel);
                found.Add(LessonProgress.Of(
                    lesson,
                    course.Find(lesson.Slug),
                    await reading.ReadAsync(id, lesson.Slug, cancel),
                    notebook,
                    await exercises.OpenAsync(id, lesson, cancel)));
            }

            return [.. found.Where(lesson => lesson.HasBegun)];
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "How far a learner has come could not be looked up.");
            return [];
        }
    }
}
