namespace AslTutorial.Training.Contracts.Cells;

/// <summary>A line of a traceback.</summary>
/// <param name="Cell">The cell or exercise whose listing has the statement.</param>
/// <param name="Function">"&lt;module&gt;", or the function it stands in.</param>
/// <param name="Statement">The Python statement.</param>
public sealed record CellTraceLine(string Cell, string Function, string Statement);
