namespace AslTutorial.Lessons.Exercises.Judging;

/// <summary>What an exercise has come to, before anything is executed. Executing explains it and never changes it.</summary>
/// <param name="Status">Of the whole.</param>
/// <param name="Message">A sentence in the language asked for. Plain text; never the answer.</param>
/// <param name="Gaps">In the order of the code.</param>
/// <param name="Mistake">The known mistake that all the gaps together make, or null.</param>
/// <param name="Request">What to execute, or null where there is nothing to: gaps are empty or cannot be read.</param>
public sealed record Verdict(
    VerdictStatus Status, string Message, IReadOnlyList<GapVerdict> Gaps, ExerciseMistake? Mistake, OutcomeRequest? Request)
{
    /// <summary>Whether it counts as an attempt: hints are free from then on. Leaving gaps empty does not.</summary>
    public bool IsAttempt => Status is VerdictStatus.Invalid or VerdictStatus.Wrong or VerdictStatus.Correct;
}
