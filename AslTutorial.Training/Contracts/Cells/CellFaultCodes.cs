namespace AslTutorial.Training.Contracts.Cells;

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
