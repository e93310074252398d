using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Lessons.Exercises.Questions;

/// <summary>What an answer to a question has come to.</summary>
/// <param name="Status">Never <see cref="VerdictStatus.Incomplete"/>.</param>
/// <param name="Message">A sentence in the language asked for. Plain text.</param>
/// <param name="ReadAs">What a written answer was understood as, where it was spelt differently; else null.</param>
/// <param name="Explanation">The author's, once there is an answer, right or wrong; else null.</param>
public sealed record QuestionVerdict(VerdictStatus Status, string Message, string? ReadAs, string? Explanation);
