namespace AslTutorial.Web.Exercises;

/// <summary>A learner's work on a lesson.</summary>
/// <param name="Exercises">Every checkable exercise of the lesson, by id.</param>
/// <param name="Questions">Every question of the lesson, by id.</param>
public sealed record ExerciseBook(
    IReadOnlyDictionary<string, ExerciseState> Exercises, IReadOnlyDictionary<string, QuestionState> Questions)
{
    public static ExerciseBook Empty { get; } = new(new Dictionary<string, ExerciseState>(), new Dictionary<string, QuestionState>());
}
