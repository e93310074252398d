using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Exercises;

/// <summary>A learner's work on a lesson as it is stored.</summary>
/// <param name="Exercises">By exercise.</param>
/// <param name="Last">The last attempt, by exercise.</param>
/// <param name="Questions">By question.</param>
internal sealed record StoredWork(
    IReadOnlyDictionary<string, ExerciseWorkRecord> Exercises,
    IReadOnlyDictionary<string, AttemptRecord> Last,
    IReadOnlyDictionary<string, QuestionAnswerRecord> Questions);
