using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Training.Lessons.Cnn;
using AslTutorial.Training.Lessons.Dense;

namespace AslTutorial.Training.Lessons;

/// <summary>The lessons whose cells can be run. A new one is named here and nowhere else.</summary>
public static class TaughtLessons
{
    /// <summary>What their programs offer, for the site.</summary>
    public static LessonCourse Course { get; } = new(Programs.Select(lesson => lesson.Description));

    internal static IReadOnlyList<ILessonPrograms> Programs =>
    [
        new DenseLesson(),
        new CnnLesson(),
    ];
}
