using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Lessons.Exercises.Execution;

/// <summary>A verdict and what executing the answer led to.</summary>
/// <param name="Verdict">As judged: executing has not changed it.</param>
/// <param name="Outcome">What happened.</param>
/// <param name="Explanation">A sentence that leads from the verdict to the outcome, or says why there is none; null where there is nothing to say.</param>
/// <param name="Evidence">What the author says of it, with the numbers of this execution; null where it does not have them.</param>
public sealed record CheckedVerdict(Verdict Verdict, ExerciseOutcome Outcome, string? Explanation, string? Evidence = null);
