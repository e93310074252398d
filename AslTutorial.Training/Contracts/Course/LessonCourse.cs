namespace AslTutorial.Training.Contracts.Course;

/// <summary>The lessons that have programs. Their order is that of their numbers, in their lesson.yml.</summary>
public sealed class LessonCourse(IEnumerable<LessonDescription> lessons)
{
    private readonly Dictionary<string, LessonDescription> _lessons = lessons.ToDictionary(lesson => lesson.Slug, StringComparer.Ordinal);

    /// <summary>All of them, in no order.</summary>
    public IReadOnlyCollection<LessonDescription> All => _lessons.Values;

    /// <summary>The lesson, or null for one without programs.</summary>
    public LessonDescription? Find(string slug) => _lessons.GetValueOrDefault(slug);
}
