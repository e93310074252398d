namespace AslTutorial.Web.Exercises;

/// <summary>Why an answer was not executed; never the learner's doing.</summary>
public enum NotExecuted
{
    /// <summary>It was executed, or there is nothing to execute.</summary>
    None,

    /// <summary>No trainer is there.</summary>
    NoTrainer,

    /// <summary>Too much waits already.</summary>
    Busy,
    TimedOut,

    /// <summary>Python would take it, and this site does not simulate it.</summary>
    Unsupported,

    /// <summary>A fault of the site.</summary>
    Failed,
}
