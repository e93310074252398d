using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Exercises.Judging;

/// <summary>What a gap has come to.</summary>
/// <param name="Name">The gap.</param>
/// <param name="Status">Never <see cref="VerdictStatus.Incomplete"/>.</param>
/// <param name="Message">A sentence in the language asked for, or null. Plain text; never the answer.</param>
/// <param name="ReadAs">What it was understood as, where signs of a Chinese keyboard were taken for Python's; else null.</param>
/// <param name="Mistake">The known mistake that the message is of, or null. Gaps of one mistake have one message.</param>
/// <param name="Reading">What was read.</param>
public sealed record GapVerdict(
    string Name, VerdictStatus Status, string? Message, string? ReadAs, string? Mistake, AnswerReading Reading);
