namespace AslTutorial.Web.Trainers;

/// <summary>How an order to run a cell went.</summary>
public enum CellRunStatus
{
    /// <summary>It ran; an error that Python would raise is a result too.</summary>
    Done,

    /// <summary>Another cell has to be run first.</summary>
    NeedsCell,

    /// <summary>A gap of an exercise before it is empty or cannot be read.</summary>
    NeedsExercise,

    /// <summary>A value of this cell, or of one that it depends on, cannot be used.</summary>
    BadValue,

    /// <summary>There is no such cell, or it cannot be run.</summary>
    Unknown,

    Interrupted,
    TimedOut,

    /// <summary>Too much waits already.</summary>
    Busy,

    /// <summary>No trainer is there to run it.</summary>
    NoTrainer,

    /// <summary>A fault of the program, never of the learner.</summary>
    Failed,
}
