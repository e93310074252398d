namespace AslTutorial.Training.Contracts.Cells;

/// <summary>Why a cell could not be run. Never the learner's mistake in the lesson's sense: those are outputs.</summary>
/// <param name="Code">One of <see cref="CellFaultCodes"/>: the site words it in the reader's language.</param>
/// <param name="Text">One English sentence: what, where, what to do.</param>
/// <param name="Subject">The cell, or "cell.parameter", it is about.</param>
public sealed record CellFault(string Code, string Text, string? Subject = null);

/// <summary>The codes of <see cref="CellFault"/>.</summary>
public static class CellFaultCodes
{
    public const string UnknownLesson = "unknown-lesson";
    public const string UnknownCell = "unknown-cell";
    public const string UnknownParameter = "unknown-parameter";

    /// <summary>A free parameter of the wrong kind or outside its limits.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>A gap of a cell it depends on is empty.</summary>
    public const string MissingValue = "missing-value";

    /// <summary>A value that Python would take and this program does not know, such as another keyword of DataLoader.</summary>
    public const string Unsupported = "unsupported";

    public const string Cancelled = "cancelled";
    public const string TimedOut = "timed-out";

    /// <summary>Too many cells are waiting.</summary>
    public const string Busy = "busy";

    /// <summary>The trainer has not loaded torch and its data yet.</summary>
    public const string NotReady = "not-ready";

    /// <summary>A fault of this program.</summary>
    public const string Internal = "internal";
}
