namespace AslTutorial.Training.Contracts.Cells;

/// <summary>A small table; headings are expressions of the listing, in no human language.</summary>
public sealed record CellTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
