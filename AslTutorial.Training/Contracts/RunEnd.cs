namespace AslTutorial.Training.Contracts;

/// <summary>A trainer's last word on a run.</summary>
public sealed record RunEnd(RunOutcome Outcome, RunFailure? Failure = null);

/// <summary>How a trainer ended a run.</summary>
public enum RunOutcome
{
    Completed,
    Cancelled,
    Failed,
}

/// <summary>Why a run failed.</summary>
/// <param name="Code">One of <see cref="RunFailureCodes"/>: the site words it in the reader's language.</param>
/// <param name="Text">One English sentence: what, where, what to do.</param>
/// <param name="Epoch">Where it happened, counted from 0, if known.</param>
/// <param name="Batch">Where it happened, counted from 0, if known.</param>
public sealed record RunFailure(string Code, string Text, int? Epoch = null, int? Batch = null);
