namespace AslTutorial.Lessons.Exercises.Execution;

/// <summary>What became of executing an answer.</summary>
public enum OutcomeKind
{
    /// <summary>Nothing was executed: there was nothing to, nobody to do it, or it went wrong on the site's side.</summary>
    None,

    /// <summary>It ran to its end.</summary>
    Ran,

    /// <summary>It raised an exception, as Python would have.</summary>
    Raised,
}
