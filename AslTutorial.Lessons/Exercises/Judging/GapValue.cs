using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Exercises.Judging;

/// <summary>A gap with its typed values.</summary>
/// <param name="Gap">The gap.</param>
/// <param name="Arguments">One; none where the gap is left empty; several only where it takes several.</param>
public sealed record GapValue(string Gap, IReadOnlyList<AnswerArgument> Arguments);
