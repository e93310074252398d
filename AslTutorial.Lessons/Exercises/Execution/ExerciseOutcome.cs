namespace AslTutorial.Lessons.Exercises.Execution;

/// <summary>What executing an answer led to. Not sealed: the site's own has pictures and curves beside it.</summary>
/// <param name="Kind">Whether it ran, raised, or was not executed.</param>
/// <param name="Text">What was printed, or Python's last line: "KeyError: 'labels'". Empty if it was not executed.</param>
public record ExerciseOutcome(OutcomeKind Kind, string Text = "");

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
