namespace AslTutorial.Training.Contracts;

/// <summary>How a trainer ended a run.</summary>
public enum RunOutcome
{
    Completed,
    Cancelled,
    Failed,
}
