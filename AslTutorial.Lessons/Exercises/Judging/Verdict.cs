using AslTutorial.Lessons.Answers;

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

/// <summary>What an exercise or a gap has come to; in lower case in the HTTP API.</summary>
public enum VerdictStatus
{
    /// <summary>Nothing is filled in. Of a gap: it is empty. Neither is wrong.</summary>
    Unattempted,

    /// <summary>Some gaps are still empty. Of an exercise only.</summary>
    Incomplete,

    /// <summary>What was written cannot be read as a value.</summary>
    Invalid,
    Wrong,
    Correct,
}

/// <summary>What a gap has come to.</summary>
/// <param name="Name">The gap.</param>
/// <param name="Status">Never <see cref="VerdictStatus.Incomplete"/>.</param>
/// <param name="Message">A sentence in the language asked for, or null. Plain text; never the answer.</param>
/// <param name="ReadAs">What it was understood as, where signs of a Chinese keyboard were taken for Python's; else null.</param>
/// <param name="Mistake">The known mistake that the message is of, or null. Gaps of one mistake have one message.</param>
/// <param name="Reading">What was read.</param>
public sealed record GapVerdict(
    string Name, VerdictStatus Status, string? Message, string? ReadAs, string? Mistake, AnswerReading Reading);

/// <summary>What is to be executed to show the consequence of an answer.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Stage">How far: one of the lesson's stages.</param>
/// <param name="View">What makes the consequence visible: one of the lesson's views, or null.</param>
/// <param name="Values">Of every gap, in the order of the code.</param>
public sealed record OutcomeRequest(string Exercise, string Stage, string? View, IReadOnlyList<GapValue> Values);
