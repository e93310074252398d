namespace AslTutorial.Training.Contracts.Cells;

/// <summary>
/// Something a run found out that the listings show elsewhere, such as the shape after a layer. See
/// <see cref="CellFactNames"/>.
/// </summary>
public sealed record CellFact(string Name, CellValue Value);
