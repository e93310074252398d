namespace AslTutorial.Lessons.Exercises.Judging;

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
