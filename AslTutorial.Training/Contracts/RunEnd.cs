namespace AslTutorial.Training.Contracts;

/// <summary>A trainer's last word on a run.</summary>
public sealed record RunEnd(RunOutcome Outcome, RunFailure? Failure = null);
