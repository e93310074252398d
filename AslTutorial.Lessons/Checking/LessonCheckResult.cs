using AslTutorial.Lessons.Content;

namespace AslTutorial.Lessons.Checking;

/// <summary>What came of checking a folder of lessons.</summary>
/// <param name="Lessons">How many there are.</param>
/// <param name="Faults">In the order of the files' names and lines.</param>
public sealed record LessonCheckResult(int Lessons, IReadOnlyList<LessonFault> Faults);
