namespace AslTutorial.Web.Exercises;

/// <summary>Why an answer was not executed; never the learner's fault.</summary>
public enum NotExecuted
{
    /// <summary>It was executed, or there is nothing to execute.</summary>
    None,

    /// <summary>No trainer is connected.</summary>
    NoTrainer,

    /// <summary>Too many are waiting.</summary>
    Busy,
    TimedOut,

    /// <summary>Valid in Python, but not simulated by this site.</summary>
    Unsupported,

    /// <summary>A fault of the site.</summary>
    Failed,
}
