using AslTutorial.Lessons.Content;

namespace AslTutorial.Lessons.Checking;

/// <summary>What came of checking a folder of lessons.</summary>
/// <param name="Lessons">How many there are.</param>
/// <param name="Faults">In the order of the files' names and lines.</param>
/// <param name="HasMore">Whether a lesson has more of them than are listed.</param>
public sealed record LessonCheckResult(int Lessons, IReadOnlyList<LessonFault> Faults, bool HasMore);
