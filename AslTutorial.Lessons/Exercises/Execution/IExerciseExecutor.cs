using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Lessons.Exercises.Execution;

/// <summary>Executes answers. Given by the site.</summary>
public interface IExerciseExecutor
{
    /// <summary>
    /// Executes an answer and tells what happened. May throw anything: whatever goes wrong is never counted against the
    /// learner.
    /// </summary>
    Task<ExerciseOutcome> ExecuteAsync(OutcomeRequest request, CancellationToken cancellation);
}
