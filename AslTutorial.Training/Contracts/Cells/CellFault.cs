namespace AslTutorial.Training.Contracts.Cells;

/// <summary>Why a cell could not be run. Never the learner's mistake in the lesson's sense: those are outputs.</summary>
/// <param name="Code">One of <see cref="CellFaultCodes"/>: the site words it in the reader's language.</param>
/// <param name="Text">One English sentence: what, where, what to do.</param>
/// <param name="Subject">The cell, or "cell.parameter", it is about.</param>
public sealed record CellFault(string Code, string Text, string? Subject = null);
