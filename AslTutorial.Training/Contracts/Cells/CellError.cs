namespace AslTutorial.Training.Contracts.Cells;

/// <summary>An exception as Python shows it.</summary>
/// <param name="Type">"KeyError".</param>
/// <param name="Message">Python's, numpy's, pandas' or PyTorch's own text: "'labels'".</param>
/// <param name="Trace">Where it came from, outermost first: the statements, with the learner's values in them.</param>
public sealed record CellError(string Type, string Message, IReadOnlyList<CellTraceLine> Trace);
