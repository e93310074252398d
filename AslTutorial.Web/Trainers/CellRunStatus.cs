namespace AslTutorial.Web.Trainers;

/// <summary>The outcome of a request to run a cell.</summary>
public enum CellRunStatus
{
    /// <summary>It ran; an error that Python would raise counts as a result.</summary>
    Done,

    /// <summary>Another cell has to be run first.</summary>
    NeedsCell,

    /// <summary>A gap of an exercise that it needs is empty or unreadable.</summary>
    NeedsExercise,

    /// <summary>A value of this cell, or of one that it depends on, cannot be used.</summary>
    BadValue,

    /// <summary>There is no such cell, or it cannot be run.</summary>
    Unknown,

    Interrupted,
    TimedOut,

    /// <summary>Too many are waiting.</summary>
    Busy,

    /// <summary>No trainer is there to run it.</summary>
    NoTrainer,

    /// <summary>A fault of the program, never of the learner.</summary>
    Failed,
}
