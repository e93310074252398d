using AslTutorial.Lessons;

namespace AslTutorial.Web.Exercises;

/// <summary>
/// The learners' work on the exercises and questions of lessons: checked, executed and kept. Every method may be called from
/// any thread; the tabs of a learner share the work. Changes are told to whoever watches the notebook of that lesson.
/// </summary>
public interface IExercises
{
    /// <summary>All work on a lesson, worded in its language; nothing in it comes before its time.</summary>
    Task<ExerciseBook> OpenAsync(string learner, Lesson lesson, CancellationToken cancel);

    /// <summary>Checks an exercise, keeps the attempt and executes the answer. It goes on when the caller has left.</summary>
    /// <param name="texts">What stands in the gaps, by name; null for what the notebook holds.</param>
    /// <param name="types">Whether these are the notebook's from now on, as if they had been typed.</param>
    Task<CheckOutcome> CheckAsync(
        string learner, string lesson, string exercise, IReadOnlyDictionary<string, string?>? texts, bool types, string language, CancellationToken cancel);

    /// <summary>
    /// Has the damage of the last checked answer shown, where it runs without an error: short runs of that answer and of the
    /// right one. Settings that were run before are not run again.
    /// </summary>
    Task<ConsequenceOutcome> ShowConsequenceAsync(string learner, string lesson, string exercise, CancellationToken cancel);

    /// <summary>Opens the next hint, if there is one and its time has come.</summary>
    Task ShowHintAsync(string learner, string lesson, string exercise, CancellationToken cancel);

    /// <summary>Notes that the solution was opened before the exercise was solved; the first time counts.</summary>
    Task RevealAsync(string learner, string lesson, string exercise, CancellationToken cancel);

    /// <summary>Answers a question with what the notebook holds for it; the first answer that can be read stands.</summary>
    /// <returns>Null where there is no such question.</returns>
    Task<QuestionState?> AnswerAsync(string learner, string lesson, string question, string language, CancellationToken cancel);
}
