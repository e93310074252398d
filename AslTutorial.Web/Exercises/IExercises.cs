using AslTutorial.Lessons;

namespace AslTutorial.Web.Exercises;

/// <summary>
/// Learners' work on exercises and questions: checks, executes and stores it. Every method may be called from any thread; all tabs of a
/// learner share the work. Watchers of the lesson's notebook are told of changes.
/// </summary>
public interface IExercises
{
    /// <summary>All work on a lesson in the lesson's language; without hints and answers that the learner may not see yet.</summary>
    Task<ExerciseBook> OpenAsync(string learner, Lesson lesson, CancellationToken cancel);

    /// <summary>Checks an exercise, stores the attempt and executes the answer. Not stopped when the caller leaves.</summary>
    /// <param name="texts">The texts in the gaps, by name; null to take those in the notebook.</param>
    /// <param name="types">Whether to store the texts in the notebook as well, as if typed.</param>
    Task<CheckOutcome> CheckAsync(
        string learner, string lesson, string exercise, IReadOnlyDictionary<string, string?>? texts, bool types, string language, CancellationToken cancel);

    /// <summary>
    /// Shows the effect of the last checked answer if it is wrong but runs without an error: short runs of that answer and of the right one.
    /// Equal runs are not repeated.
    /// </summary>
    Task<ConsequenceOutcome> ShowConsequenceAsync(string learner, string lesson, string exercise, CancellationToken cancel);

    /// <summary>Opens the next hint, if there is one and it may be opened now.</summary>
    Task ShowHintAsync(string learner, string lesson, string exercise, CancellationToken cancel);

    /// <summary>Stores that the solution was opened before the exercise was solved; only the first time counts.</summary>
    Task RevealAsync(string learner, string lesson, string exercise, CancellationToken cancel);

    /// <summary>Answers a question with the text in the notebook; only the first valid answer counts.</summary>
    /// <returns>Null if there is no such question.</returns>
    Task<QuestionState?> AnswerAsync(string learner, string lesson, string question, string language, CancellationToken cancel);
}
