namespace AslTutorial.Lessons.Exercises;

/// <summary>A wrong answer that the author knows.</summary>
/// <param name="Id">Unique in the exercise.</param>
/// <param name="When">The answers that make it, by gap: one of each list. Gaps that are not named are right.</param>
/// <param name="Gaps">Where the message stands.</param>
/// <param name="Message">What is wrong and why, not what is right; it holds whatever stands in the other gaps.</param>
/// <param name="Outcome">What executing it leads to.</param>
/// <param name="Evidence">What the execution shows of it, with {facts} of the run; null for nothing to add.</param>
public sealed record ExerciseMistake(
    string Id,
    IReadOnlyDictionary<string, IReadOnlyList<AnswerPattern>> When,
    IReadOnlyList<string> Gaps,
    LessonText Message,
    OutcomeExpectation Outcome,
    LessonText? Evidence = null);
