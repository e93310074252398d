namespace AslTutorial.Training.Contracts.Cells;

/// <summary>The current value of a gap or of a free parameter.</summary>
/// <param name="Cell">The cell or exercise it stands in.</param>
/// <param name="Name">The gap's or parameter's name.</param>
/// <param name="Value">What the learner wrote.</param>
/// <param name="Keyword">Where the gap is a call argument: the keyword it was written with, as in shuffle=True.</param>
public sealed record CellArgument(string Cell, string Name, CellValue Value, string? Keyword = null);
