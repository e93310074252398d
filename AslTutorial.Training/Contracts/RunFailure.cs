namespace AslTutorial.Training.Contracts;

/// <summary>Why a run failed.</summary>
/// <param name="Code">One of <see cref="RunFailureCodes"/>: the site words it in the reader's language.</param>
/// <param name="Text">One English sentence: what, where, what to do.</param>
/// <param name="Epoch">Where it happened, counted from 0, if known.</param>
/// <param name="Batch">Where it happened, counted from 0, if known.</param>
public sealed record RunFailure(string Code, string Text, int? Epoch = null, int? Batch = null);
